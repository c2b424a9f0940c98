package workspace.chats.messaging.effect;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one sender's requests through one by one, each at its distance to the one before. */
final class Pacer {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicLong free = new AtomicLong(System.nanoTime());

    /** The {@link System#nanoTime()} before which nothing is let through. */
    long free() {
        return free.get();
    }

    /** Forgets what it has let through since; the other one still keeps the distance. */
    void freeLike(Pacer other) {
        free.set(other.free());
    }

    /**
     * Returns at the moment in which the request is to be written, or false when that would be
     * later than the slot allows.
     */
    boolean await(Slot slot) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            var moment = later(slot.earliest(), free());
            return moment - slot.latest() <= 0 && passesAt(waitUntil(moment), slot);
        } finally {
            turn.unlock();
        }
    }

    /** What was let through for that slot has really gone just now. */
    void passed(Slot slot) {
        keepOff(System.nanoTime() + slot.gap());
    }

    private boolean passesAt(long now, Slot slot) {
        if (now - slot.latest() > 0) {
            return false;
        }
        keepOff(now + slot.gap());
        return true;
    }

    private void keepOff(long until) {
        free.accumulateAndGet(until, Pacer::later);
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    private static long waitUntil(long moment) throws InterruptedException {
        var now = System.nanoTime();
        while (moment - now > 0) {
            LockSupport.parkNanos(moment - now);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            now = System.nanoTime();
        }
        return now;
    }
}
