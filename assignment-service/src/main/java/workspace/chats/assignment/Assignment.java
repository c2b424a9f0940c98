package workspace.chats.assignment;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import workspace.chats.events.AssignmentEvent.AssignmentCreated;
import workspace.chats.events.ChatEvent.AssignmentRequest;
import workspace.chats.events.ChatEvent.ChatCreated;

/** A workflow's pinned version at work for one member in one chat. */
@Entity
class Assignment {

    @EmbeddedId private Key key;
    private UUID chatId;
    private UUID memberId;
    private UUID workflowId;
    private int workflowVersion;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant createdAt;

    /** For JPA alone. */
    @SuppressWarnings("NullAway.Init")
    protected Assignment() {}

    private Assignment(ChatCreated chat, AssignmentRequest wanted, Instant now) {
        key = new Key(chat.workspaceId(), wanted.id());
        chatId = chat.chatId();
        memberId = chat.memberId();
        workflowId = wanted.workflowId();
        workflowVersion = wanted.versionNumber();
        status = Status.ACTIVE;
        createdAt = now;
    }

    /** The assignment that this chat asks for, or nothing. */
    static Optional<Assignment> wantedBy(ChatCreated chat, Instant now) {
        return Optional.ofNullable(chat.assignment())
                .map(wanted -> new Assignment(chat, wanted, now));
    }

    UUID workspaceId() {
        return key.workspaceId();
    }

    UUID id() {
        return key.id();
    }

    UUID chatId() {
        return chatId;
    }

    UUID memberId() {
        return memberId;
    }

    Status status() {
        return status;
    }

    /** The event of its making. */
    AssignmentCreated created() {
        return new AssignmentCreated(
                key.workspaceId(), chatId, key.id(), workflowId, workflowVersion, createdAt);
    }

    /** No two workspaces share a row, whatever ids they use. */
    @Embeddable
    record Key(UUID workspaceId, UUID id) {}

    enum Status {
        ACTIVE("active");

        @EnumeratedValue final String word;

        Status(String word) {
            this.word = word;
        }
    }
}
