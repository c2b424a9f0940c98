package workspace.chats.api.chat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;

/** A message of a chat with the outcome of its latest attempt. */
@SuppressWarnings("unused") // some fields are for the database only
@Entity
@IdClass(Key.class)
public class Message {

    @Id private UUID workspaceId;
    @Id private UUID id;
    private UUID chatId;
    private boolean initial;
    private Direction direction;
    private @Nullable UUID authorMemberId;
    private String text;
    private MessageStatus status;
    private @Nullable ReasonCode reason;
    private @Nullable String providerCode;
    private int attempt;
    private boolean simulated;
    private @Nullable Instant expiresAt;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Message() {}

    /**
     * The operator's first message: failed at once when there is a reason, else pending until
     * {@code expiresAt}.
     */
    public static Message initial(
            Chat chat, UUID id, String text, @Nullable ReasonCode reason, Instant expiresAt) {
        var message = new Message();
        message.workspaceId = chat.workspaceId();
        message.id = id;
        message.chatId = chat.id();
        message.initial = true;
        message.direction = Direction.OUTBOUND;
        message.authorMemberId = chat.ownerMemberId();
        message.text = text;
        message.status = reason == null ? MessageStatus.PENDING : MessageStatus.FAILED;
        message.reason = reason;
        message.attempt = 1;
        message.expiresAt = reason == null ? expiresAt : null;
        message.createdAt = chat.createdAt();
        message.updatedAt = chat.createdAt();
        return message;
    }

    public UUID id() {
        return id;
    }

    public UUID chatId() {
        return chatId;
    }

    public MessageStatus status() {
        return status;
    }

    public @Nullable ReasonCode reason() {
        return reason;
    }

    public boolean simulated() {
        return simulated;
    }
}
