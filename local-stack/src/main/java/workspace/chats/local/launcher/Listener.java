package workspace.chats.local.launcher;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import workspace.chats.local.Commands;

/** Who listens on a port, where the system's tools tell. */
final class Listener {

    private static final Pattern PID = Pattern.compile("(?:pid=|^)(\\d+)", Pattern.MULTILINE);

    private Listener() {}

    /** Such as {@code java (process 4711)}. */
    static Optional<String> on(int port) {
        return ask(List.of("ss", "-Hltnp", "sport = :" + port))
                .or(() -> ask(List.of("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")))
                .flatMap(ProcessHandle::of)
                .map(Listener::describe);
    }

    private static Optional<Long> ask(List<String> command) {
        try {
            var pid = PID.matcher(Commands.run(command));
            return pid.find() ? Optional.of(Long.parseLong(pid.group(1))) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String describe(ProcessHandle process) {
        String command = process.info().command().orElse("somebody");
        return command.substring(command.lastIndexOf('/') + 1) + " (process " + process.pid() + ")";
    }
}
