package workspace.chats.local.launcher;

import java.util.stream.Collectors;
import workspace.chats.local.Deadline;

/** Starts what does not run. */
final class Starter {

    private static final int LAST_LINES = 25;

    private final Home home;
    private final Processes processes;
    private final Output output;

    Starter(Home home, Processes processes, Output output) {
        this.home = home;
        this.processes = processes;
        this.output = output;
    }

    /** Returns when it serves. Throws {@link CannotDo} with the end of its log when it does not. */
    void start(Component part) {
        try {
            if (processes.find(part.name()).isPresent()) {
                awaitServing(part);
            } else {
                begin(part);
            }
        } catch (IllegalStateException e) {
            throw new CannotDo(part.name() + " " + e.getMessage() + lastWords(part.name()));
        }
    }

    private void begin(Component part) {
        int port = part.ports().getFirst();
        String build = part.program().map(App::build).orElse("");
        part.start((command, environment) ->
                processes.start(part.name(), port, build, command, environment));
        output.step(part.name(), "serves on port " + port);
    }

    /** It may still be starting, since an earlier launcher was interrupted. */
    private void awaitServing(Component part) {
        var deadline = Deadline.in(part.patience());
        while (!part.serves()) {
            if (processes.find(part.name()).isEmpty()) {
                begin(part);
                return;
            }
            deadline.pause(
                    "runs but does not answer within %d s; ./chats kill %s and ./chats up start it anew"
                            .formatted(part.patience().toSeconds(), part.name()));
        }
        output.step(part.name(), "runs on port " + part.ports().getFirst());
    }

    private String lastWords(String name) {
        return "\n\nThe end of "
                + home.log(name)
                + ":\n"
                + Logs.tail(home.log(name), LAST_LINES).stream()
                        .map(line -> "  " + line)
                        .collect(Collectors.joining("\n"));
    }
}
