package workspace.chats.api.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who would run the chat, with which models, and whether he does. */
@Embeddable
public record Assistant(
        @Column(name = "assistant_enabled") boolean enabled,
        @Column(name = "assistant_member_id") @Nullable UUID memberId,
        @Column(name = "assistant_chat_model_id") @Nullable UUID chatModelId,
        @Column(name = "assistant_realtime_model_id") @Nullable UUID realtimeModelId) {}
