package workspace.chats.api.chat.retry;

import java.time.Instant;
import org.springframework.stereotype.Component;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.delivery.Correspondence;
import workspace.chats.api.chat.delivery.Letters;
import workspace.chats.api.chat.retry.RetryDecision.Granted;
import workspace.chats.events.ChatEvent.MessageRequest;
import workspace.chats.events.ChatEvent.MessageRetryRequested;
import workspace.chats.events.EventType;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.outbox.Outbox;

/** Tells who sends messages that a person wants one sent again, to the address it has now. */
@Component("retryAnnouncements")
class Announcements {

    private final Outbox outbox;
    private final Letters letters;
    private final Ids ids;

    Announcements(Outbox outbox, Letters letters, Ids ids) {
        this.outbox = outbox;
        this.letters = letters;
        this.ids = ids;
    }

    void announce(
            Granted granted,
            Correspondence chat,
            boolean confirmUnknown,
            Instant expiresAt,
            long version) {
        var eventId = ids.next();
        var sealed =
                letters.seal(
                        eventId,
                        EventType.MESSAGE_RETRY_REQUESTED,
                        new Key(chat.workspaceId(), chat.chatId()),
                        chat.letter(granted.way(), granted.message().text()));
        var event =
                new MessageRetryRequested(
                        chat.workspaceId(),
                        chat.chatId(),
                        chat.channel(),
                        confirmUnknown,
                        chat.isTest(),
                        request(granted, expiresAt),
                        sealed);
        outbox.append(eventId, event, version);
    }

    private static MessageRequest request(Granted granted, Instant expiresAt) {
        return new MessageRequest(
                granted.message().id(),
                granted.message().attempt() + 1,
                granted.way().senderId(),
                granted.way().ratePerSecond(),
                expiresAt,
                granted.way().perHour());
    }
}
