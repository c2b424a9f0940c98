package workspace.chats.api.chat.message;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.delivery.Correspondence;
import workspace.chats.api.chat.delivery.Correspondences;
import workspace.chats.api.chat.delivery.DeliverySettings;
import workspace.chats.api.directory.Directories;
import workspace.chats.api.idempotency.Claim.Fresh;
import workspace.chats.api.idempotency.Claim.Replay;
import workspace.chats.api.idempotency.Idempotency;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.timeline.Timeline;
import workspace.chats.api.timeline.TimelineStep;
import workspace.chats.api.timeline.What;
import workspace.chats.messaging.Ids;

/** Writes down a message, with everything that follows from it, all in one transaction. */
@Service
class PostingMessages {

    private final Correspondences correspondences;
    private final Directories directories;
    private final Messages messages;
    private final NewMessages newMessages;
    private final Announcements announcements;
    private final Timeline timeline;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Duration expiresAfter;

    PostingMessages(
            Correspondences correspondences,
            Directories directories,
            Messages messages,
            NewMessages newMessages,
            Announcements announcements,
            Timeline timeline,
            Idempotency idempotency,
            Ids ids,
            DeliverySettings settings) {
        this.correspondences = correspondences;
        this.directories = directories;
        this.messages = messages;
        this.newMessages = newMessages;
        this.announcements = announcements;
        this.timeline = timeline;
        this.idempotency = idempotency;
        this.ids = ids;
        this.expiresAfter = settings.expiresAfter();
    }

    /** The chat has to be there, and the text has to be one that may be written in it. */
    @Transactional
    Posted post(Key chat, UUID authorId, String text, IdempotencyKey key, Body body) {
        return switch (idempotency.claim(key, authorId, body)) {
            case Replay replay -> new Posted(written(chat, replay.id()), true);
            case Fresh fresh -> {
                var message = post(chat, authorId, text);
                fresh.keep(HttpStatus.CREATED, "message", message.id());
                yield new Posted(message, false);
            }
        };
    }

    private MessageResponse written(Key chat, UUID id) {
        return messages.find(new Key(chat.workspaceId(), id)).orElseThrow();
    }

    private MessageResponse post(Key chat, UUID authorId, String text) {
        var message = message(correspondences.of(chat), authorId, text);
        var place = newMessages.count(message);
        var expiresAt = place.at().plus(expiresAfter);
        newMessages.write(message, place.at(), message.way().isPresent() ? expiresAt : null);
        announcements.announce(message, place, expiresAt);
        if (message.hasFailed()) {
            timeline.append(chat.workspaceId(), List.of(failed(message)));
        }
        return message.writtenAt(place.at());
    }

    private NewMessage message(Correspondence correspondence, UUID authorId, String text) {
        var delivery =
                correspondence.delivery((senderId, address) ->
                        directories.hasOptedOut(correspondence.workspaceId(), senderId, address));
        return new NewMessage(ids.next(), authorId, text, correspondence, delivery.orElse(null));
    }

    private static TimelineStep failed(NewMessage message) {
        var reason = message.reason();
        return TimelineStep.status(
                What.MESSAGE_STATUS,
                message.correspondence().chatId(),
                message.id(),
                1,
                "failed",
                reason == null ? null : reason.code());
    }
}
