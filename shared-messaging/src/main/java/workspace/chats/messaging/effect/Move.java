package workspace.chats.messaging.effect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;

/**
 * One step of an effect.
 *
 * @param outcome what to tell others, or null when there is no news in it
 * @param reason why, kept with the row; also when it is only put back for another try
 * @param after how long the row rests: until the next try when planned, until the first look when
 *     unknown
 * @param wasted whether the try that had begun did not count
 */
record Move(
        State to,
        @Nullable Outcome outcome,
        @Nullable ReasonCode reason,
        @Nullable String providerCode,
        @Nullable String providerId,
        Duration after,
        boolean wasted) {

    static Move to(State to) {
        return new Move(to, null, null, null, null, Duration.ZERO, false);
    }

    static Move accepted(@Nullable String providerId, boolean simulated) {
        var outcome = new Outcome.Accepted(simulated);
        return new Move(State.ACCEPTED, outcome, null, null, providerId, Duration.ZERO, false);
    }

    static Move delivered(String providerId) {
        var outcome = new Outcome.Delivered();
        return new Move(State.DELIVERED, outcome, null, null, providerId, Duration.ZERO, false);
    }

    static Move failed(State to, ReasonCode reason, @Nullable String providerCode) {
        var outcome = new Outcome.Failed(reason, providerCode);
        return new Move(to, outcome, reason, providerCode, null, Duration.ZERO, false);
    }

    static Move unknown(@Nullable String providerCode, Duration firstLook) {
        var outcome = new Outcome.Unknown();
        return new Move(State.UNKNOWN, outcome, null, providerCode, null, firstLook, false);
    }

    static Move again(Duration after, ReasonCode reason, @Nullable String providerCode) {
        return new Move(State.PLANNED, null, reason, providerCode, null, after, false);
    }

    static Move back(Duration after, boolean wasted) {
        return new Move(State.PLANNED, null, null, null, null, after, wasted);
    }

    Move with(@Nullable String foundId) {
        return new Move(to, outcome, reason, providerCode, foundId, after, wasted);
    }
}
