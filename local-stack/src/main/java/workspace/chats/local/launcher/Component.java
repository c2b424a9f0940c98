package workspace.chats.local.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One process of the stack. */
interface Component {

    String name();

    /** Where it listens; the first stands for it. */
    List<Integer> ports();

    /** What it runs, where that is something we build. */
    default Optional<App> program() {
        return Optional.empty();
    }

    /** How long it may take until it serves. */
    Duration patience();

    /** Starts it and waits until it serves. */
    void start(Spawn spawn);

    /** Whether it answers as it should. */
    boolean serves();

    /** Asks it to end in order. */
    default void stop(ProcessHandle process) {
        process.destroy();
    }

    /** Makes a command a process of the stack, with these variables beside the shell's. */
    interface Spawn {
        Process start(List<String> command, Map<String, String> environment);
    }
}
