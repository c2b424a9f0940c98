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

    boolean isIdle() {
        return places == 0 && busyFor() <= 0;
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
        return wire.await(slot);
    }
}
