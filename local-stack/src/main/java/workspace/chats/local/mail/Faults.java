package workspace.chats.local.mail;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Optional;
import java.util.Queue;

/** The faults still to come, first in first out; forgotten when the process ends. */
final class Faults {

    private final Queue<Fault.Mode> coming = new ArrayDeque<>();

    synchronized void add(Fault fault) {
        coming.addAll(Collections.nCopies(fault.times(), fault.mode()));
    }

    synchronized Optional<Fault.Mode> next() {
        return Optional.ofNullable(coming.poll());
    }

    synchronized void clear() {
        coming.clear();
    }
}
