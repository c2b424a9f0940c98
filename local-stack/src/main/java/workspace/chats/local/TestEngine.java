package workspace.chats.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One engine of {@link TestEngines}: a child process that tests may take away and bring back. */
final class TestEngine {

    private final String name;
    private final Function<Function<List<String>, Process>, Process> start;
    private final Consumer<ProcessHandle> stop;
    private final Path log;
    private final Undertaker undertaker;
    private @Nullable Process process;

    TestEngine(
            String name,
            Function<Function<List<String>, Process>, Process> start,
            Consumer<ProcessHandle> stop,
            Path folder,
            Undertaker undertaker) {
        this.name = name;
        this.start = start;
        this.stop = stop;
        this.log = folder.resolve(name + ".log");
        this.undertaker = undertaker;
    }

    /** Until it serves; does nothing when it runs. */
    synchronized void start() {
        if (process == null) {
            process = start.apply(this::spawn);
        }
    }

    /** In order, until it is gone. */
    synchronized void stop() {
        end(running -> stop.accept(running.toHandle()));
    }

    /** With SIGKILL. */
    synchronized void kill() {
        end(Process::destroyForcibly);
    }

    private void end(Consumer<Process> way) {
        var running = process;
        if (running == null) {
            return;
        }
        way.accept(running);
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("did not stop within 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("was interrupted while it stopped", e);
        }
        process = null;
        undertaker.note(name, OptionalLong.empty());
    }

    private Process spawn(List<String> command) {
        try {
            var spawned =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            undertaker.note(name, OptionalLong.of(spawned.pid()));
            return spawned;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
