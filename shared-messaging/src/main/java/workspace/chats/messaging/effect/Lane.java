package workspace.chats.messaging.effect;

import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where one sender's requests queue up right before they are written. The database has given this
 * instance a stretch of the sender's time; in here, each request keeps its distance to the one that
 * was really written before, however late that was.
 */
final class Lane {

    private final ReentrantLock turn = new ReentrantLock(true);
    private long free = System.nanoTime();

    /**
     * Returns at the moment in which the request is to be written, or false when that would be
     * later than the slot allows.
     */
    boolean awaitTurn(Slot slot) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            var moment = later(slot.earliest(), free);
            return moment - slot.latest() <= 0 && writtenAt(waitUntil(moment), slot);
        } finally {
            turn.unlock();
        }
    }

    private boolean writtenAt(long now, Slot slot) {
        if (now - slot.latest() > 0) {
            return false;
        }
        free = now + slot.gap();
        return true;
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
