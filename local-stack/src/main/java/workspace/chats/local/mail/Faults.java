package workspace.chats.local.mail;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import workspace.chats.local.peer.Weather;

/**
 * The faults still to come, first in first out, and the weather, which draws one for each letter
 * that none was ordered for; forgotten when the process ends.
 */
final class Faults {

    private final Queue<Fault.Mode> coming = new ArrayDeque<>();
    private Weather<Fault.Mode> weather = Weather.fair();

    synchronized void add(Fault fault) {
        coming.addAll(Collections.nCopies(fault.times(), fault.mode()));
    }

    synchronized Optional<Fault.Mode> next() {
        return Optional.ofNullable(coming.poll()).or(weather::draw);
    }

    synchronized void become(Weather<Fault.Mode> next) {
        weather = next;
    }

    /** What came of the weather. */
    synchronized List<Seen> seen() {
        return weather.drawn().stream().map(Seen::of).toList();
    }

    /** Of so many letters, so many met that fault. */
    record Seen(String of, Fault.Mode fault, int percent, int drawn, int asked) {
        private static Seen of(Weather.Drawn<Fault.Mode> drawn) {
            return new Seen(
                    "Letters", drawn.fault(), drawn.percent(), drawn.drawn(), drawn.asked());
        }
    }

    synchronized void clear() {
        coming.clear();
        weather = Weather.fair();
    }
}
