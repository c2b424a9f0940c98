package workspace.chats.local.twilio;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import workspace.chats.local.peer.Weather;

/**
 * The faults still to come, first in first out per resource, and the weather, which draws one for
 * each create that none was ordered for; forgotten when the process ends.
 */
final class Faults {

    private final Map<String, Queue<Fault>> coming = new HashMap<>();
    private Map<String, Weather<Fault>> weather = Map.of();

    synchronized void add(Fault fault) {
        coming.computeIfAbsent(fault.resource(), _ -> new ArrayDeque<>())
                .addAll(Collections.nCopies(fault.times(), fault));
    }

    synchronized Optional<Fault> next(String resource) {
        return Optional.ofNullable(coming.get(resource))
                .map(Queue::poll)
                .or(() -> weather.getOrDefault(resource, Weather.fair()).draw());
    }

    synchronized void become(Map<String, Weather<Fault>> next) {
        weather = next;
    }

    /** What came of the weather, for each resource. */
    synchronized List<Seen> seen() {
        return weather.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry ->
                        entry.getValue().drawn().stream()
                                .map(drawn -> Seen.of(entry.getKey(), drawn)))
                .toList();
    }

    /** Of so many creates of a resource, so many met that fault. */
    record Seen(String of, Fault.Mode fault, int percent, int drawn, int asked) {
        private static Seen of(String resource, Weather.Drawn<Fault> drawn) {
            return new Seen(
                    resource, drawn.fault().mode(), drawn.percent(), drawn.drawn(), drawn.asked());
        }
    }

    synchronized void clear() {
        coming.clear();
        weather = Map.of();
    }
}
