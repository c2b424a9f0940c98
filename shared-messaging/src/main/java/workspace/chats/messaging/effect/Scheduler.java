package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workspace.chats.messaging.effect.Lanes.Place;

/** Claims what is due as long as there are hands free, and hands each on to a thread of its own. */
final class Scheduler {

    private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

    private final Claims claims;
    private final Submission submission;
    private final Lanes lanes;
    private final Wake wake;
    private final EffectSettings settings;
    private final Semaphore free;

    Scheduler(
            Claims claims, Submission submission, Lanes lanes, Wake wake, EffectSettings settings) {
        this.claims = claims;
        this.submission = submission;
        this.lanes = lanes;
        this.wake = wake;
        this.settings = settings;
        this.free = new Semaphore(settings.inFlight());
    }

    /** One claim; then waits until somebody rings or the poll is due, unless there is more. */
    void round() throws InterruptedException {
        free.acquire();
        var capacity = 1 + free.drainPermits();
        var claimed = take(capacity);
        claimed.forEach(this::start);
        if (claimed.size() < capacity) {
            wake.await(settings.poll());
        }
    }

    private List<Claim> take(int capacity) {
        var claimed = List.<Claim>of();
        try {
            claimed = claims.take(capacity, lanes.busy());
            return claimed;
        } finally {
            free.release(capacity - claimed.size());
        }
    }

    private void start(Claim claim) {
        var place = lanes.enter(claim.entry().effect());
        Thread.ofVirtual().name("effect").start(() -> run(claim, place));
    }

    private void run(Claim claim, Place place) {
        var turn = new WritingTurn(place, claim.slot());
        try (place) {
            submission.run(claim.entry(), turn);
            if (place.mayGiveBack(turn.wasMissed())) {
                giveBack(claim, place);
            }
        } finally {
            free.release();
        }
    }

    /** When that fails, the sender loses the time of one request. */
    private void giveBack(Claim claim, Place place) {
        try {
            claims.giveBack(claim, place.busyFor());
            wake.signal();
        } catch (RuntimeException failure) {
            log.warn("a slot was not given back: {}", failure.getClass().getName());
        }
    }

    /** Waits for those that are under way, but not for ever; to be called after the last round. */
    void awaitAll(Duration atMost) throws InterruptedException {
        if (free.tryAcquire(settings.inFlight(), atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            free.release(settings.inFlight());
        }
    }
}
