package workspace.chats.local.launcher;

import java.util.Optional;

/**
 * A process that was started and may still live.
 *
 * @param mark see {@link ProcessMark}
 * @param build which build of its program it runs; empty where there is only one
 */
record Running(String name, long pid, String mark, int port, String build) {

    boolean isAlive() {
        return ProcessMark.of(pid).equals(Optional.of(mark));
    }

    /** The process while it lives. */
    Optional<ProcessHandle> handle() {
        return isAlive() ? ProcessHandle.of(pid) : Optional.empty();
    }
}
