package workspace.chats.messaging.effect;

import java.time.Instant;
import workspace.chats.events.Event;

/** The service's word for an outcome: appended to the outbox in the transaction that settles it. */
public interface EffectNews {

    Event of(Effect effect, Outcome outcome, Instant at);
}
