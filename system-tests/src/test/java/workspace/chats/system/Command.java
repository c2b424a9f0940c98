package workspace.chats.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A command as a user would type it in a folder; a failure shows what it printed. */
record Command(Path folder, Map<String, String> environment, Patience patience) {

    /** Returns when it has ended, or when nobody wants to wait any longer. */
    interface Patience {
        void awaitEnd(Process process, Path log) throws InterruptedException;
    }

    Command(Path folder, Map<String, String> environment, Duration patience) {
        this(folder, environment, (process, _) -> process.waitFor(patience));
    }

    String run(List<String> words) {
        try {
            var log = Files.createTempFile("command", ".log");
            try {
                return run(words, log);
            } finally {
                Files.delete(log);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Kills it in the middle of its work. */
    void killWhenItSays(String word, List<String> words) {
        try {
            var builder =
                    new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            try (var output = process.inputReader()) {
                if (output.lines().noneMatch(line -> line.contains(word))) {
                    throw new AssertionError(String.join(" ", words) + " never said " + word);
                }
            } finally {
                giveUp(process);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String run(List<String> words, Path log) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectOutput(log.toFile()).environment().putAll(environment);
        var process = builder.start();
        try {
            patience.awaitEnd(process, log);
            boolean ended = !process.isAlive();
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(
                        String.join(" ", words)
                                + (ended ? " failed:\n" : " did not end:\n")
                                + Files.readString(log));
            }
            return Files.readString(log);
        } finally {
            giveUp(process);
        }
    }

    /** Leaves nothing of a command that still runs, nor of what that one started. */
    private static void giveUp(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }
}
