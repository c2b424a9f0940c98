package workspace.chats.api.chat.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.CallStatus;
import workspace.chats.events.ReasonCode;

/** An outbound call as clients see it. What is absent is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PhoneCallResponse(
        UUID id,
        CallStatus status,
        @Nullable ReasonCode reason,
        int attempt,
        boolean simulated,
        Instant createdAt,
        Instant updatedAt) {}
