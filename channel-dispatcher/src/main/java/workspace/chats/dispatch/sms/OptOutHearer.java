package workspace.chats.dispatch.sms;

import java.time.Instant;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.messaging.effect.Effect;

/** Who wants to know that a recipient has opted out at the provider. */
public interface OptOutHearer {

    /**
     * The letter's sender may not write to its recipient. Must not throw: the provider's answer
     * stands.
     *
     * @param at when the provider said so; a later word than that stands
     */
    void optedOut(Effect effect, Letter letter, Instant at);
}
