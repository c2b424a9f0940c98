package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workspace.chats.messaging.effect.Lanes.Place;

/**
 * Claims what is due as long as its medium has hands free, and hands each on to a thread of its
 * own.
 */
final class Scheduler {

    private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

    private final Claims claims;
    private final Submission submission;
    private final Lanes lanes;
    private final Wake wake;
    private final EffectSettings settings;
    private final Hands hands;

    Scheduler(
            Claims claims, Submission submission, Lanes lanes, Wake wake, EffectSettings settings) {
        this.claims = claims;
        this.submission = submission;
        this.lanes = lanes;
        this.wake = wake;
        this.settings = settings;
        this.hands = new Hands(settings.inFlight());
    }

    /** One claim; then waits until somebody rings or the poll is due, unless there is more. */
    void round() throws InterruptedException {
        var free = hands.free();
        var claimed = free.isEmpty() ? List.<Claim>of() : claims.take(free, lanes.busy());
        claimed.forEach(this::start);
        if (!mayTakeMore(free, claimed)) {
            wake.await(settings.poll());
        }
    }

    /** Whether a medium's hands were all filled, and some are free again meanwhile. */
    private boolean mayTakeMore(Map<Medium, Integer> asked, List<Claim> claimed) {
        var left = new HashMap<>(asked);
        claimed.forEach(claim -> left.merge(claim.entry().effect().medium(), -1, Integer::sum));
        return hands.free().keySet().stream().anyMatch(medium -> left.getOrDefault(medium, 1) == 0);
    }

    private void start(Claim claim) {
        var effect = claim.entry().effect();
        hands.take(effect.medium());
        var place = lanes.enter(effect);
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
            done(claim.entry().effect().medium());
        }
    }

    /** Of a medium that had no hand free, more may have been due than the last claim could take. */
    private void done(Medium medium) {
        if (hands.giveBack(medium)) {
            wake.signal();
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
        hands.awaitAll(atMost);
    }
}
