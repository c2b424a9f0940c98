package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A doorbell: many rings before somebody listens are one. */
final class Wake {

    private final Semaphore rung = new Semaphore(0);

    void signal() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Returns at the next signal, at one that came before, or after {@code atMost}. */
    void await(Duration atMost) throws InterruptedException {
        if (rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            rung.drainPermits();
        }
    }
}
