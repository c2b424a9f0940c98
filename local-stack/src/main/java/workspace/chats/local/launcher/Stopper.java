package workspace.chats.local.launcher;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import workspace.chats.local.Deadline;
import workspace.chats.local.PostgresServer;

/** Ends processes. */
final class Stopper {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Processes processes;
    private final Output output;

    Stopper(Processes processes, Output output) {
        this.processes = processes;
        this.output = output;
    }

    /** All of them, in order: first who uses others. */
    void stopAll() {
        stopAll(running -> !isEngine(running));
        stopAll(running -> running.name().equals("kafka"));
        stopAll(Stopper::isEngine);
    }

    private static boolean isEngine(Running running) {
        return running.name().equals("kafka") || running.name().equals("postgres");
    }

    private void stopAll(Predicate<Running> which) {
        List<Runnable> tasks =
                processes.all().stream()
                        .filter(which)
                        .map(running -> (Runnable) () -> stop(running))
                        .toList();
        Parallel.run(tasks);
    }

    /** In order while that takes a bearable time, else by force. */
    void stop(Running running) {
        Consumer<ProcessHandle> ask =
                running.name().equals("postgres") ? PostgresServer::stop : ProcessHandle::destroy;
        running.handle().ifPresent(ask);
        if (isGone(running)) {
            output.step(running.name(), "stopped");
        } else {
            output.step(running.name(), "does not stop: killed");
            kill(running);
        }
        processes.forget(running.name());
    }

    /** At once. */
    void kill(Running running) {
        running.handle().ifPresent(ProcessHandle::destroyForcibly);
        if (!isGone(running)) {
            throw new CannotDo(
                    running.name() + " cannot be killed (process " + running.pid() + ")");
        }
        processes.forget(running.name());
    }

    private static boolean isGone(Running running) {
        var deadline = Deadline.in(PATIENCE);
        while (running.isAlive() && !deadline.isOver()) {
            deadline.pause("");
        }
        return !running.isAlive();
    }
}
