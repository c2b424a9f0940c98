package workspace.chats.api.chat.message;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.chat.Direction;
import workspace.chats.api.chat.MessageStatus;
import workspace.chats.api.chat.delivery.Correspondence;
import workspace.chats.api.chat.delivery.Delivery;
import workspace.chats.events.Channel;
import workspace.chats.events.ReasonCode;

/**
 * A message that somebody wrote, and what is to become of it. Personal data: never printed.
 *
 * @param delivery how it goes out, or why it cannot; null where there is nothing to send it through
 */
record NewMessage(
        UUID id,
        UUID authorId,
        String text,
        Correspondence correspondence,
        @Nullable Delivery delivery) {

    /** What the member writes into his own web chat comes in; everything else goes out to him. */
    Direction direction() {
        return correspondence.channel() == Channel.WEB_CHAT
                        && authorId.equals(correspondence.recipient().id())
                ? Direction.INBOUND
                : Direction.OUTBOUND;
    }

    MessageStatus status() {
        return switch (delivery) {
            case null -> MessageStatus.NONE;
            case Delivery.Possible way -> MessageStatus.PENDING;
            case Delivery.Impossible none -> MessageStatus.FAILED;
        };
    }

    @Nullable ReasonCode reason() {
        return delivery == null ? null : delivery.reason();
    }

    Optional<Delivery.Possible> way() {
        return Optional.ofNullable(delivery).map(Delivery::way);
    }

    boolean hasFailed() {
        return status() == MessageStatus.FAILED;
    }

    MessageResponse writtenAt(Instant createdAt) {
        return new MessageResponse(
                id,
                direction(),
                authorId,
                text,
                status(),
                reason(),
                1,
                false,
                false,
                createdAt,
                createdAt);
    }

    @Override
    public String toString() {
        return "NewMessage[" + id + "]";
    }
}
