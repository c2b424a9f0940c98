package workspace.chats.api.chat.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.Chats;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.delivery.Correspondence;
import workspace.chats.api.chat.delivery.Correspondences;
import workspace.chats.api.chat.delivery.Delivery;
import workspace.chats.api.chat.delivery.DeliverySettings;
import workspace.chats.api.chat.retry.Retried.Pointless;
import workspace.chats.api.chat.retry.Retried.Wished;
import workspace.chats.api.chat.retry.RetryDecision.Granted;
import workspace.chats.api.chat.retry.RetryDecision.Refused;
import workspace.chats.api.directory.Directories;
import workspace.chats.api.idempotency.Claim.Fresh;
import workspace.chats.api.idempotency.Claim.Replay;
import workspace.chats.api.idempotency.Idempotency;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.timeline.Timeline;
import workspace.chats.api.timeline.TimelineStep;

/** Judges a wish to send a chat's first message again and writes it down, in one transaction. */
@Service
class RetryingMessages {

    private final Chats chats;
    private final InitialMessages messages;
    private final Correspondences correspondences;
    private final Directories directories;
    private final Announcements announcements;
    private final Timeline timeline;
    private final Idempotency idempotency;
    private final Duration expiresAfter;

    RetryingMessages(
            Chats chats,
            InitialMessages messages,
            Correspondences correspondences,
            Directories directories,
            Announcements announcements,
            Timeline timeline,
            Idempotency idempotency,
            DeliverySettings settings) {
        this.chats = chats;
        this.messages = messages;
        this.correspondences = correspondences;
        this.directories = directories;
        this.announcements = announcements;
        this.timeline = timeline;
        this.idempotency = idempotency;
        this.expiresAfter = settings.expiresAfter();
    }

    /**
     * The chat has to be there; {@code body} is what the caller sent. What he is answered is read
     * before anything is committed: an error after that would invite him to wish again.
     */
    @Transactional
    Retried retry(Key chat, UUID memberId, boolean confirmUnknown, IdempotencyKey key, Body body) {
        return switch (idempotency.claim(key, memberId, body)) {
            case Replay replay -> new Wished(chats.find(chat).orElseThrow(), true);
            case Fresh fresh -> {
                var retried = retry(chat, memberId, confirmUnknown);
                if (retried instanceof Wished) {
                    fresh.keep(HttpStatus.ACCEPTED, "chat", chat.id());
                }
                yield retried;
            }
        };
    }

    private Retried retry(Key chat, UUID memberId, boolean confirmUnknown) {
        var message = messages.lock(chat);
        var correspondence = correspondences.of(chat);
        return switch (RetryDecision.of(message, confirmUnknown, () -> delivery(correspondence))) {
            case Refused(var conflict) -> new Pointless(conflict);
            case Granted granted -> {
                begin(granted, correspondence, confirmUnknown);
                timeline.append(chat.workspaceId(), List.of(step(granted, chat, memberId)));
                yield new Wished(chats.find(chat).orElseThrow(), false);
            }
        };
    }

    private void begin(Granted granted, Correspondence chat, boolean confirmUnknown) {
        Instant expiresAt = messages.now().plus(expiresAfter);
        long version = messages.begin(granted.message(), chat, expiresAt);
        announcements.announce(granted, chat, confirmUnknown, expiresAt, version);
    }

    private Delivery delivery(Correspondence chat) {
        return chat.delivery((senderId, address) ->
                        directories.hasOptedOut(chat.workspaceId(), senderId, address))
                .orElseThrow();
    }

    private static TimelineStep step(Granted granted, Key chat, UUID memberId) {
        var message = granted.message();
        return TimelineStep.retry(chat.id(), message.id(), message.attempt() + 1, memberId);
    }
}
