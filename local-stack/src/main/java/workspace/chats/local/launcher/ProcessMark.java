package workspace.chats.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells a process from a later one with the same id: when it started. */
final class ProcessMark {

    private static final int STATE = 0;
    private static final int START = 19;

    private ProcessMark() {}

    /** The mark of a living process; a dead one that nobody has taken note of yet has none. */
    static Optional<String> of(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        return Files.exists(Path.of("/proc/self/stat")) ? ofProc(stat) : ofHandle(pid);
    }

    /** In ticks since boot, which no change of the clock moves. */
    private static Optional<String> ofProc(Path stat) {
        try {
            String text = Files.readString(stat);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return fields[STATE].matches("[ZX]") ? Optional.empty() : Optional.of(fields[START]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ofHandle(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> Long.toString(start.getEpochSecond()));
    }
}
