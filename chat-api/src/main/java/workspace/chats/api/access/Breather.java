package workspace.chats.api.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How long a request that had to queue up behind others of its workspace waits once more before it
 * is let in. The longer, the later threads come to the processor, so that a workspace that asks for
 * as much as it can slows itself down before events of all the others come late: what it does to
 * them goes through more hands than the gateway's, each of which has to wait for the processor.
 *
 * <p>Told of every tick of {@link Metronome}: while the latest were late on average, each makes the
 * pause a little longer, and otherwise a little shorter. It takes about three seconds from nothing
 * to the longest.
 */
@Component
final class Breather {

    /** Single ticks say little: about thirty decide. */
    private static final double WEIGHT = 0.03;

    private static final double LONGER = 1.01;
    private static final double SHORTER = 0.995;
    private static final double STEP = 50_000;

    /** A long queue is not held up by more than two seconds as a whole. */
    private static final double A_QUEUE = 2e9;

    private final double tolerated;
    private final double longest;
    private double late; // written by one thread
    private volatile double pause;

    Breather(BreatherSettings settings, MeterRegistry metrics) {
        tolerated = settings.lateness().toNanos();
        longest = settings.breather().toNanos();
        TimeGauge.builder("chats.breather", this, TimeUnit.NANOSECONDS, it -> it.pause)
                .description("how long requests that queued up wait once more")
                .register(metrics);
    }

    /** To be called by one thread, a hundred times a second. */
    void ticked(Duration lateness) {
        late += WEIGHT * (lateness.toNanos() - late);
        pause = late > tolerated ? longer() : Math.max(0, pause * SHORTER - STEP / 2);
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
