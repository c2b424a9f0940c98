package workspace.chats.messaging.effect;

import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;

/** What is worth telling others about an effect. */
public sealed interface Outcome {

    /** The provider took it, or would have. */
    record Accepted(boolean simulated) implements Outcome {}

    /** It arrived; told after, or instead of, {@link Accepted}. */
    record Delivered() implements Outcome {}

    /** It did not go out, or nobody could find out in time ({@code OUTCOME_UNKNOWN}). */
    record Failed(ReasonCode reason, @Nullable String providerCode) implements Outcome {}

    /** Nobody can say yet; a later outcome settles it. */
    record Unknown() implements Outcome {}
}
