package workspace.chats.messaging.effect;

import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;

/**
 * What a provider said to one submission, or how far it came. A {@code providerCode} is the
 * provider's bare number, a {@code providerId} its name for what it took; neither holds personal
 * data.
 */
public sealed interface Answer {

    /** Taken. The id is unique over all effects. */
    record Accepted(@Nullable String providerId) implements Answer {}

    /**
     * Certainly not taken, and trying again would not help. A provider may have written it down all
     * the same; if it says under which id, a look at another effect is not misled by it.
     */
    record Refused(ReasonCode reason, @Nullable String providerCode, @Nullable String providerId)
            implements Answer {

        public Refused(ReasonCode reason, @Nullable String providerCode) {
            this(reason, providerCode, null);
        }
    }

    /**
     * Certainly not taken, and may be tried again; the reason is what to say when the tries run
     * out.
     */
    record NotSent(ReasonCode reason, @Nullable String providerCode) implements Answer {}

    /** Maybe taken: never sent again by a machine. */
    record Unknown(@Nullable String providerCode) implements Answer {}
}
