package workspace.chats.api.chat.retry;

import java.util.Optional;
import java.util.function.Supplier;
import workspace.chats.api.chat.delivery.Delivery;
import workspace.chats.api.chat.delivery.Delivery.Impossible;
import workspace.chats.api.chat.delivery.Delivery.Possible;
import workspace.chats.events.ReasonCode;

/** What becomes of the wish to send a message again, as far as is known here. */
sealed interface RetryDecision {

    record Granted(InitialMessage message, Possible way) implements RetryDecision {}

    record Refused(Conflict conflict) implements RetryDecision {}

    /**
     * {@code delivery} is how it would go out now: what was missing may have been added meanwhile.
     * It is asked only about a message that may be sent again.
     */
    static RetryDecision of(
            Optional<InitialMessage> message, boolean confirmUnknown, Supplier<Delivery> delivery) {
        return message.map(it -> of(it, confirmUnknown, delivery))
                .orElseGet(() -> new Refused(Conflict.NO_MESSAGE));
    }

    private static RetryDecision of(
            InitialMessage message, boolean confirmUnknown, Supplier<Delivery> delivery) {
        return switch (message.status()) {
            case PENDING, DEFERRED, UNKNOWN -> new Refused(Conflict.UNDER_WAY);
            case NONE, ACCEPTED, DELIVERED -> new Refused(Conflict.NOT_FAILED);
            case FAILED ->
                    message.reason() == ReasonCode.OUTCOME_UNKNOWN && !confirmUnknown
                            ? new Refused(Conflict.UNCONFIRMED)
                            : byDelivery(message, delivery.get());
        };
    }

    private static RetryDecision byDelivery(InitialMessage message, Delivery delivery) {
        return switch (delivery) {
            case Possible way -> new Granted(message, way);
            case Impossible(var reason) -> new Refused(Conflict.of(reason));
        };
    }
}
