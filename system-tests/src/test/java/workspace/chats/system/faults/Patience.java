package workspace.chats.system.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** All the waiting of the harness. */
final class Patience {

    private static final Duration LOOK = Duration.ofMillis(20);

    private Patience() {}

    static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted");
            }
        }
    }

    /** Whether it came true in that time. */
    static boolean until(Duration atMost, BooleanSupplier condition) {
        return until(atMost, LOOK, condition);
    }

    static boolean until(Duration atMost, Duration look, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(look);
        }
        return true;
    }
}
