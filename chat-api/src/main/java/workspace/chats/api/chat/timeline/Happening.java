package workspace.chats.api.chat.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.timeline.What;

/**
 * One step as clients see it. What is absent is left out.
 *
 * @param rank tells steps of the same time apart: the chat, then what came with it, then the rest
 * @param memberId who did it, if it was a person
 * @param subjectId the message, call or assignment, if it is about one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Happening(
        UUID id,
        Instant at,
        @JsonIgnore int rank,
        What what,
        @Nullable UUID memberId,
        @Nullable UUID subjectId,
        @Nullable Integer attempt,
        @Nullable String status,
        @Nullable String reason) {}
