package workspace.chats.messaging.effect;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where one sender's requests queue up right before they are written. The database has given this
 * instance a stretch of the sender's time; in here, each request keeps its distance to the one that
 * was really let through before, however late that was. Twice: on the way to the provider, and,
 * where the provider says when, on the way to the wire.
 */
final class Lane {

    private final Pacer start = new Pacer();
    private final Pacer wire = new Pacer();
    private final AtomicInteger queued = new AtomicInteger();
    private volatile long gap;
    private int places; // guarded by Lanes
    private volatile boolean gaveBack;

    Lane enter() {
        places++;
        return this;
    }

    Lane leave() {
        places--;
        return this;
    }

    /** In how many nanoseconds those who queue here will be through; not above 0 when idle. */
    long busyFor() {
        var now = System.nanoTime();
        return Math.max(start.free() - now, wire.free() - now) + queued.get() * gap;
    }

    /** Nothing would be forgotten with it. */
    boolean isIdle() {
        return places == 0 && busyFor() <= 0 && !gaveBack;
    }

    /**
     * Whether the time of a slot is worth another try at once: not when that was tried already,
     * lest a machine that is too slow for its slots gets even more to do.
     */
    boolean mayGiveBack(boolean missed) {
        gaveBack = missed && !gaveBack;
        return gaveBack;
    }

    boolean awaitStart(Slot slot) throws InterruptedException {
        gap = slot.gap();
        queued.incrementAndGet();
        try {
            return start.await(slot);
        } finally {
            queued.decrementAndGet();
        }
    }

    boolean awaitWire(Slot slot) throws InterruptedException {
        var inTime = wire.await(slot);
        if (!inTime) {
            // what came through the start was not written, so nothing needs a distance to it
            start.freeLike(wire);
        }
        return inTime;
    }

    void written(Slot slot) {
        wire.passed(slot);
    }
}
