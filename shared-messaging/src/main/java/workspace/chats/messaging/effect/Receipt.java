package workspace.chats.messaging.effect;

import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;

/**
 * What a provider tells later, unasked, of an attempt that it took. Receipts may come twice, late,
 * in any order, and before our own write of the answer. A {@code providerId} is the provider's name
 * for what it took.
 */
public sealed interface Receipt {

    String providerId();

    /** It has it, and is not done with it. */
    record Taken(String providerId) implements Receipt {}

    /** It arrived. */
    record Delivered(String providerId) implements Receipt {}

    /** It took it and could not deliver it; the code is the provider's bare number. */
    record Undelivered(String providerId, ReasonCode reason, @Nullable String providerCode)
            implements Receipt {}
}
