package workspace.chats.messaging.effect;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workspace.chats.messaging.effect.Lanes.Place;

/**
 * For providers that know when their first byte leaves: connecting takes a while the first time and
 * nothing the second, so a pace that is kept only on the way to the provider is not kept on the
 * wire.
 */
public final class WritingTurn {

    private static final Logger log = LoggerFactory.getLogger(WritingTurn.class);

    private static final ScopedValue<WritingTurn> CURRENT = ScopedValue.newInstance();

    private final Place place;
    private final Slot slot;
    private volatile boolean missed;

    WritingTurn(Place place, Slot slot) {
        this.place = place;
        this.slot = slot;
    }

    /**
     * To be called by the submitting thread right before the first byte of a request: returns when
     * the sender's previous request is far enough away. Does nothing outside a submission. Throws
     * {@link SlotMissed} when it has become too late; nothing may be written then.
     */
    public static void await() {
        if (CURRENT.isBound()) {
            CURRENT.get().awaitWire();
        }
    }

    /**
     * To be called by the submitting thread when the request has left: a thread that lost the
     * processor after {@link #await} writes late, and the sender's next request keeps its distance
     * to that. At level debug the log tells of each.
     */
    public static void written() {
        if (CURRENT.isBound()) {
            CURRENT.get().noteWritten();
        }
    }

    /** On the way to the provider; false when it has become too late. */
    boolean awaitStart() {
        try {
            missed = !place.awaitStart(slot);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            missed = true;
        }
        return !missed;
    }

    /** Answers what the provider answers. */
    Answer during(ScopedValue.CallableOp<Answer, RuntimeException> submission) {
        return ScopedValue.where(CURRENT, this).call(submission);
    }

    /** Whether it was too late, so that nothing was written, whatever the provider made of it. */
    boolean wasMissed() {
        return missed;
    }

    private void noteWritten() {
        place.written(slot);
        log.debug("written to lane {}", place.id());
    }

    private void awaitWire() {
        try {
            missed = !place.awaitWire(slot);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            missed = true;
        }
        if (missed) {
            throw new SlotMissed();
        }
    }
}
