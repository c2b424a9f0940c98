package workspace.chats.messaging.effect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;
import workspace.chats.messaging.trace.TraceContext;

/**
 * A wish to send one message or to place one call, once.
 *
 * @param subjectId the message's or call's id; with {@code attempt} and workspace it names the
 *     effect, so planning it again changes nothing
 * @param attempt from 1; a new one is a person's decision
 * @param senderId the phone number's or inbox's id; one sender never sends faster than its rate
 * @param ratePerSecond requests per second of that sender, above 0
 * @param perHour how many texts, or calls, the workspace may send in an hour; null for as many as
 *     the settings say
 * @param simulated accepted without asking any provider
 * @param expiresAt from then on it is not sent any more
 * @param eventId the event that {@code sealed} came with: it is needed to open it
 * @param eventType that event's type, for the same reason
 * @param sealed who gets what; only a simulated effect may go without
 * @param traceparent of the work that led to it, or null when nobody traces it
 */
public record PlannedEffect(
        UUID workspaceId,
        UUID chatId,
        UUID subjectId,
        int attempt,
        Medium medium,
        UUID senderId,
        double ratePerSecond,
        @Nullable Integer perHour,
        boolean simulated,
        Instant expiresAt,
        UUID eventId,
        EventType eventType,
        @Nullable Sealed sealed,
        @Nullable String traceparent) {

    public PlannedEffect {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1");
        }
        if (!(ratePerSecond > 0)) {
            throw new IllegalArgumentException("a sender's rate is above 0");
        }
        if (perHour != null && perHour < 0) {
            throw new IllegalArgumentException("a budget is 0 or more");
        }
        if (sealed == null && !simulated) {
            throw new IllegalArgumentException("nothing to send");
        }
    }

    /**
     * The same. Throws {@link workspace.chats.messaging.seal.CannotUnseal} when it could never be
     * sent: its content was not sealed for it, or with a key that is not here.
     */
    public PlannedEffect readableBy(Sealer sealer) {
        if (sealed != null && !simulated) {
            sealer.open(new SealContext(eventId, eventType, workspaceId, chatId), sealed);
        }
        return this;
    }

    /** An effect of the work at hand. */
    public PlannedEffect(
            UUID workspaceId,
            UUID chatId,
            UUID subjectId,
            int attempt,
            Medium medium,
            UUID senderId,
            double ratePerSecond,
            @Nullable Integer perHour,
            boolean simulated,
            Instant expiresAt,
            UUID eventId,
            EventType eventType,
            @Nullable Sealed sealed) {
        this(
                workspaceId,
                chatId,
                subjectId,
                attempt,
                medium,
                senderId,
                ratePerSecond,
                perHour,
                simulated,
                expiresAt,
                eventId,
                eventType,
                sealed,
                TraceContext.current());
    }
}
