package workspace.chats.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workspace.chats.local.Detached;

/** The processes of this installation: started so that they outlive whoever starts them. */
final class Processes {

    private static final long BIG_LOG = 20_000_000;

    private final Home home;

    Processes(Home home) {
        this.home = home;
    }

    /** Those that live, by name. */
    List<Running> all() {
        if (!Files.exists(home.processes())) {
            return List.of();
        }
        try (var files = Files.list(home.processes())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(file -> PrivateJson.read(file, Running.class).stream())
                    .filter(Running::isAlive)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of that name, if it lives. */
    Optional<Running> find(String name) {
        return PrivateJson.read(record(name), Running.class).filter(Running::isAlive);
    }

    /** Starts it with a log of its own and takes note of it. */
    Process start(
            String name,
            int port,
            String build,
            List<String> command,
            Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(Detached.command(command));
            builder.environment().putAll(environment);
            var process =
                    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectOutput(Redirect.appendTo(freshLog(name).toFile()))
                            .redirectErrorStream(true)
                            .start();
            note(name, process.pid(), port, build);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String name, long pid, int port, String build) {
        String mark = ProcessMark.of(pid).orElse("");
        PrivateJson.write(record(name), new Running(name, pid, mark, port, build));
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(record(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path freshLog(String name) throws IOException {
        Path log = home.log(name);
        if (Files.exists(log) && Files.size(log) > BIG_LOG) {
            Files.move(log, home.log(name + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private Path record(String name) {
        return home.processes().resolve(name + ".json");
    }
}
