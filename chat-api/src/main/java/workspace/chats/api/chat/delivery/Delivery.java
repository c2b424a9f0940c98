package workspace.chats.api.chat.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;

/** Whether a message or call can be asked for at all, as far as is known when it is wished for. */
public sealed interface Delivery {

    /**
     * From this sender to this address; at most {@code ratePerSecond} requests per second leave
     * from him, and at most {@code perHour} of the workspace's texts, or calls, in an hour, where
     * the workspace has such a budget.
     */
    record Possible(
            UUID senderId, double ratePerSecond, @Nullable Integer perHour, String from, String to)
            implements Delivery {
        @Override
        public String toString() {
            return "Possible[from " + senderId + "]";
        }
    }

    record Impossible(ReasonCode reason) implements Delivery {}

    default @Nullable ReasonCode reason() {
        return switch (this) {
            case Possible possible -> null;
            case Impossible(var reason) -> reason;
        };
    }

    /** The way, or null when there is none. */
    default @Nullable Possible way() {
        return switch (this) {
            case Possible possible -> possible;
            case Impossible impossible -> null;
        };
    }
}
