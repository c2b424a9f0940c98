package workspace.chats.api.chat.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.delivery.Correspondence;
import workspace.chats.api.chat.delivery.Correspondences;
import workspace.chats.api.chat.delivery.Delivery;
import workspace.chats.api.chat.delivery.DeliverySettings;
import workspace.chats.api.chat.retry.RetryDecision.Granted;
import workspace.chats.api.chat.retry.RetryDecision.Refused;
import workspace.chats.api.directory.Directories;
import workspace.chats.api.timeline.Timeline;
import workspace.chats.api.timeline.TimelineStep;

/** Judges a wish to send a chat's first message again and writes it down, in one transaction. */
@Service
class RetryingMessages {

    private final InitialMessages messages;
    private final Correspondences correspondences;
    private final Directories directories;
    private final Announcements announcements;
    private final Timeline timeline;
    private final Duration expiresAfter;

    RetryingMessages(
            InitialMessages messages,
            Correspondences correspondences,
            Directories directories,
            Announcements announcements,
            Timeline timeline,
            DeliverySettings settings) {
        this.messages = messages;
        this.correspondences = correspondences;
        this.directories = directories;
        this.announcements = announcements;
        this.timeline = timeline;
        this.expiresAfter = settings.expiresAfter();
    }

    /** What speaks against it; nothing when the wish is written down. The chat has to be there. */
    @Transactional
    Optional<Conflict> retry(Key chat, UUID memberId, boolean confirmUnknown) {
        var message = messages.lock(chat);
        var correspondence = correspondences.of(chat);
        return switch (RetryDecision.of(message, confirmUnknown, () -> delivery(correspondence))) {
            case Refused(var conflict) -> Optional.of(conflict);
            case Granted granted -> {
                begin(granted, correspondence, confirmUnknown);
                timeline.append(chat.workspaceId(), List.of(step(granted, chat, memberId)));
                yield Optional.empty();
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
