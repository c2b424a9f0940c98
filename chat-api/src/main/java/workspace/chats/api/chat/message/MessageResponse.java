package workspace.chats.api.chat.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.chat.Direction;
import workspace.chats.api.chat.MessageStatus;
import workspace.chats.events.ReasonCode;

/**
 * A message as clients see it. What is absent is left out.
 *
 * @param reason why it did not go out or did not arrive, when it failed
 * @param attempt which attempt the status is about, from 1
 * @param initial whether the chat was created with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageResponse(
        UUID id,
        Direction direction,
        @Nullable UUID authorMemberId,
        String text,
        MessageStatus status,
        @Nullable ReasonCode reason,
        int attempt,
        boolean simulated,
        boolean initial,
        Instant createdAt,
        Instant updatedAt) {

    @Override
    public String toString() {
        return "MessageResponse[" + id + "]";
    }
}
