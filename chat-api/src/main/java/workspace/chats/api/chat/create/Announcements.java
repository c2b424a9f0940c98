package workspace.chats.api.chat.create;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import workspace.chats.api.chat.Assignment;
import workspace.chats.api.chat.Chat;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.chat.create.NewChat.FirstCall;
import workspace.chats.api.chat.create.NewChat.FirstMessage;
import workspace.chats.events.ChatEvent.AssignmentRequest;
import workspace.chats.events.ChatEvent.CallRequest;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.ChatEvent.MessageRequest;
import workspace.chats.events.ChatEvent.Participant;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Dial;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

/**
 * Tells the other services about a new chat. Ids and codes go in the open, personal data sealed.
 */
@Component
class Announcements {

    private final Outbox outbox;
    private final Sealer sealer;
    private final Ids ids;

    Announcements(Outbox outbox, Sealer sealer, Ids ids) {
        this.outbox = outbox;
        this.sealer = sealer;
        this.ids = ids;
    }

    void announce(ChatSnapshot snapshot, NewChat accepted, Instant expiresAt) {
        var eventId = ids.next();
        var event =
                event(snapshot, accepted, expiresAt, sealed(eventId, snapshot.chat(), accepted));
        outbox.append(eventId, event, snapshot.chat().version());
    }

    private static ChatCreated event(
            ChatSnapshot snapshot, NewChat accepted, Instant expiresAt, @Nullable Sealed sealed) {
        var chat = snapshot.chat();
        return new ChatCreated(
                chat.workspaceId(),
                chat.id(),
                chat.channel(),
                chat.chatType(),
                chat.ownerMemberId(),
                chat.memberId(),
                snapshot.participants().stream()
                        .map(p -> new Participant(p.memberId(), p.role()))
                        .toList(),
                chat.assistant().enabled(),
                chat.assistant().memberId(),
                chat.assistant().chatModelId(),
                chat.assistant().realtimeModelId(),
                chat.phoneNumberId(),
                chat.inboxId(),
                chat.siteId(),
                chat.isTest(),
                chat.createdAt(),
                assignment(chat.assignment()),
                message(snapshot, accepted.message(), expiresAt),
                call(snapshot, accepted.call(), expiresAt),
                sealed);
    }

    private static @Nullable AssignmentRequest assignment(@Nullable Assignment assignment) {
        return assignment == null
                ? null
                : new AssignmentRequest(
                        assignment.id(), assignment.workflowId(), assignment.versionNumber());
    }

    private static @Nullable MessageRequest message(
            ChatSnapshot snapshot, @Nullable FirstMessage first, Instant expiresAt) {
        var way = first == null ? null : first.delivery().way();
        var message = snapshot.initialMessage();
        return way == null || message == null
                ? null
                : new MessageRequest(
                        message.id(),
                        1,
                        way.senderId(),
                        way.ratePerSecond(),
                        expiresAt,
                        way.perHour());
    }

    private static @Nullable CallRequest call(
            ChatSnapshot snapshot, @Nullable FirstCall first, Instant expiresAt) {
        var way = first == null ? null : first.delivery().way();
        var call = snapshot.call();
        return way == null || call == null
                ? null
                : new CallRequest(
                        call.id(),
                        1,
                        way.senderId(),
                        way.ratePerSecond(),
                        expiresAt,
                        way.perHour());
    }

    private @Nullable Sealed sealed(UUID eventId, Chat chat, NewChat accepted) {
        var content =
                new Confidential(
                        chat.title(),
                        chat.metadata(),
                        letter(accepted.message()),
                        dial(accepted.call()));
        if (isEmpty(content)) {
            return null;
        }
        var context =
                new SealContext(eventId, EventType.CHAT_CREATED, chat.workspaceId(), chat.id());
        return sealer.seal(context, content);
    }

    private static boolean isEmpty(Confidential content) {
        return content.title() == null
                && content.metadata().isEmpty()
                && content.letter() == null
                && content.dial() == null;
    }

    private static @Nullable Letter letter(@Nullable FirstMessage first) {
        var way = first == null ? null : first.delivery().way();
        return way == null || first == null
                ? null
                : new Letter(way.to(), way.from(), first.subject(), first.text());
    }

    private static @Nullable Dial dial(@Nullable FirstCall first) {
        var way = first == null ? null : first.delivery().way();
        return way == null ? null : new Dial(way.to(), way.from());
    }
}
