package workspace.chats.messaging.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A {@link RelayProcess} as its parent sees it. */
final class ChildRelay implements AutoCloseable {

    private final Process process;
    private volatile String state = "STARTING";

    private ChildRelay(Process process) {
        this.process = process;
        Thread.startVirtualThread(() -> process.inputReader().lines().forEach(this::heard));
    }

    static ChildRelay start(String... args) {
        var command =
                Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Xmx128m",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        RelayProcess.class.getName()),
                                Stream.of(args))
                        .toList();
        try {
            return new ChildRelay(
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void heard(String line) {
        if (Stream.of(RelaySupervisor.State.values())
                .anyMatch(known -> line.equals(known.name()))) {
            state = line;
        }
    }

    boolean leads() {
        return state.equals("LEADING");
    }

    boolean standsBy() {
        return state.equals("STANDBY");
    }

    /** With SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** With SIGSTOP: its connections live, and nothing of it moves. */
    void pause() {
        signal("-STOP");
    }

    void wake() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            var done =
                    new ProcessBuilder(List.of("kill", signal, Long.toString(process.pid())))
                            .start()
                            .onExit()
                            .join();
            if (done.exitValue() != 0) {
                throw new IllegalStateException("kill " + signal + " failed");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
