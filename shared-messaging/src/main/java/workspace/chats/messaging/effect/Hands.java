package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * How many effects an instance may still take on, of each medium apart: a provider that hangs holds
 * up its own media only.
 */
final class Hands {

    private final int ofEach;
    private final Map<Medium, Integer> busy = new EnumMap<>(Medium.class);

    Hands(int ofEach) {
        this.ofEach = ofEach;
    }

    /** The media that have free hands, and how many. */
    synchronized Map<Medium, Integer> free() {
        return Arrays.stream(Medium.values())
                .filter(medium -> free(medium) > 0)
                .collect(Collectors.toMap(medium -> medium, this::free));
    }

    synchronized void take(Medium medium) {
        busy.merge(medium, 1, Integer::sum);
    }

    /** Answers whether that medium had none free before. */
    synchronized boolean giveBack(Medium medium) {
        busy.merge(medium, -1, Integer::sum);
        notifyAll();
        return free(medium) == 1;
    }

    /** Waits until all are free, but not for ever. */
    synchronized void awaitAll(Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos();
                someAreBusy() && left > 0;
                left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private int free(Medium medium) {
        return ofEach - busy.getOrDefault(medium, 0);
    }

    private boolean someAreBusy() {
        return busy.values().stream().anyMatch(many -> many > 0);
    }
}
