package workspace.chats.api.chat.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.delivery.Delivery.Possible;
import workspace.chats.api.chat.delivery.Letters;
import workspace.chats.api.chat.message.NewMessages.Place;
import workspace.chats.events.ChatEvent.MessageCreated;
import workspace.chats.events.ChatEvent.MessageRequest;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.outbox.Outbox;

/** Tells the other services about a new message. Ids go in the open, words and addresses sealed. */
@Component("messageAnnouncements")
class Announcements {

    private final Outbox outbox;
    private final Letters letters;
    private final Ids ids;

    Announcements(Outbox outbox, Letters letters, Ids ids) {
        this.outbox = outbox;
        this.letters = letters;
        this.ids = ids;
    }

    void announce(NewMessage message, Place place, Instant expiresAt) {
        var eventId = ids.next();
        var way = message.way().orElse(null);
        outbox.append(
                eventId,
                event(
                        message,
                        place,
                        request(message, way, expiresAt),
                        sealed(eventId, message, way)),
                place.version());
    }

    private static MessageCreated event(
            NewMessage message,
            Place place,
            @Nullable MessageRequest request,
            @Nullable Sealed sealed) {
        var chat = message.correspondence();
        return new MessageCreated(
                chat.workspaceId(),
                chat.chatId(),
                chat.channel(),
                message.authorId(),
                message.id(),
                chat.isTest(),
                place.at(),
                request,
                sealed);
    }

    private static @Nullable MessageRequest request(
            NewMessage message, @Nullable Possible way, Instant expiresAt) {
        return way == null
                ? null
                : new MessageRequest(
                        message.id(),
                        1,
                        way.senderId(),
                        way.ratePerSecond(),
                        expiresAt,
                        way.perHour());
    }

    private @Nullable Sealed sealed(UUID eventId, NewMessage message, @Nullable Possible way) {
        var chat = message.correspondence();
        return way == null
                ? null
                : letters.seal(
                        eventId,
                        EventType.MESSAGE_CREATED,
                        new Key(chat.workspaceId(), chat.chatId()),
                        chat.letter(way, message.text()));
    }
}
