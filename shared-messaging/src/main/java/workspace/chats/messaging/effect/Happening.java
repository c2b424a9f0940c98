package workspace.chats.messaging.effect;

import java.time.Duration;
import workspace.chats.events.ReasonCode;

/** Everything that can happen to an effect. What it leads to, {@link Moves} decides. */
sealed interface Happening {

    /** Whether it is still true when the row has changed since; what only time says is not. */
    default boolean stays() {
        return true;
    }

    /** A scheduler took it. */
    record Claimed() implements Happening {}

    /** Its holder gives it back, sure that nothing was written; it may be claimed again then. */
    record Withdrawn(Duration after) implements Happening {}

    /** The gate said no, or it cannot be sent at all. */
    record Blocked(ReasonCode reason) implements Happening {}

    /** It only pretends. */
    record Simulated() implements Happening {}

    /** The next thing its holder does is to write the request. */
    record Begun() implements Happening {}

    /** The provider answered its holder, in time or late. */
    record Answered(Answer answer) implements Happening {}

    /** Its holder was not heard of for too long. */
    record LeaseLapsed() implements Happening {
        @Override
        public boolean stays() {
            return false;
        }
    }

    /** A look found it, and only it. */
    record Seen(Look.Candidate candidate) implements Happening {}

    /** The provider told of it by itself. */
    record Receipted(Receipt receipt) implements Happening {}

    /** It is too late to send it. */
    record Expired() implements Happening {
        @Override
        public boolean stays() {
            return false;
        }
    }

    /** Nobody could say in time what became of it. */
    record DeadlinePassed() implements Happening {
        @Override
        public boolean stays() {
            return false;
        }
    }
}
