package workspace.chats.api.chat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.CallStatus;
import workspace.chats.events.ReasonCode;

/** An outbound call of a chat with the outcome of its latest attempt. */
@SuppressWarnings("unused") // some fields are for the database only
@Entity
@IdClass(Key.class)
public class PhoneCall {

    @Id private UUID workspaceId;
    @Id private UUID id;
    private UUID chatId;
    private CallStatus status;
    private @Nullable ReasonCode reason;
    private @Nullable String providerCode;
    private int attempt;
    private boolean simulated;
    private @Nullable Instant expiresAt;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected PhoneCall() {}

    /**
     * The call that comes with a new chat: failed at once when there is a reason, else pending
     * until {@code expiresAt}.
     */
    public PhoneCall(Chat chat, UUID id, @Nullable ReasonCode reason, Instant expiresAt) {
        this.workspaceId = chat.workspaceId();
        this.id = id;
        this.chatId = chat.id();
        this.status = reason == null ? CallStatus.PENDING : CallStatus.FAILED;
        this.reason = reason;
        this.attempt = 1;
        this.expiresAt = reason == null ? expiresAt : null;
        this.createdAt = chat.createdAt();
        this.updatedAt = chat.createdAt();
    }

    public UUID id() {
        return id;
    }

    public UUID chatId() {
        return chatId;
    }

    public CallStatus status() {
        return status;
    }

    /** Could not be placed, or broke down; a busy line or an unanswered call has not failed. */
    public boolean hasFailed() {
        return status == CallStatus.FAILED;
    }

    public @Nullable ReasonCode reason() {
        return reason;
    }

    public boolean simulated() {
        return simulated;
    }
}
