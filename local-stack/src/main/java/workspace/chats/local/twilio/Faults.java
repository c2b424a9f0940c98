package workspace.chats.local.twilio;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The faults still to come, first in first out per resource; forgotten when the process ends. */
final class Faults {

    private final Map<String, Queue<Fault>> coming = new HashMap<>();

    synchronized void add(Fault fault) {
        coming.computeIfAbsent(fault.resource(), _ -> new ArrayDeque<>())
                .addAll(Collections.nCopies(fault.times(), fault));
    }

    synchronized Optional<Fault> next(String resource) {
        return Optional.ofNullable(coming.get(resource)).map(Queue::poll);
    }

    synchronized void clear() {
        coming.clear();
    }
}
