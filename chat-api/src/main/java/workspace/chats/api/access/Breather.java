package workspace.chats.api.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How long a request that had to queue up behind others of its workspace waits once more before it
 * is let in. The longer, the less busy the processors are, so that a workspace that asks for as
 * much as it can slows itself down before events of all the others come late: what it does to them
 * goes through more hands than the gateway's, each of which has to wait for a processor.
 *
 * <p>Told by {@link Processors}: while they are too busy, the pause grows a little each time, and
 * otherwise it shrinks. It takes about four seconds from nothing to the longest.
 */
@Component
final class Breather {

    /** A tenth of a second says little: about three of them decide. */
    private static final double WEIGHT = 0.3;

    private static final double LONGER = 1.08;
    private static final double SHORTER = 0.96;
    private static final double STEP = 500_000;

    /** A long queue is not held up by more than two seconds as a whole. */
    private static final double A_QUEUE = 2e9;

    private final double tolerated;
    private final double longest;
    private double busy; // written by one thread
    private volatile double pause;

    Breather(BreatherSettings settings, MeterRegistry metrics) {
        tolerated = settings.busy();
        longest = settings.breather().toNanos();
        TimeGauge.builder("chats.breather", this, TimeUnit.NANOSECONDS, it -> it.pause)
                .description("how long requests that queued up wait once more")
                .register(metrics);
    }

    /** To be called by one thread, ten times a second. */
    void told(double busyNow) {
        busy += WEIGHT * (busyNow - busy);
        pause = busy > tolerated ? longer() : Math.max(0, pause * SHORTER - STEP / 2);
    }

    /**
     * Returns after the pause, or early when the thread is interrupted, which it remains.
     *
     * @param rounds how many more pauses the last one in the queue has to wait for
     */
    void pass(double rounds) {
        try {
            Thread.sleep(pause(rounds));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    Duration pause(double rounds) {
        return Duration.ofNanos((long) Math.min(pause, A_QUEUE / rounds));
    }

    private double longer() {
        return Math.min(longest, pause * LONGER + STEP);
    }
}
