package workspace.chats.api.timeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a chat, to be appended to its timeline.
 *
 * @param memberId who did it, if it was a person
 * @param subjectId the message, call or assignment, if it was about one
 * @param attempt which attempt at the subject, from 1
 * @param status where that attempt stands now, as the API spells it
 * @param reason the reason code, when it failed
 */
public record TimelineStep(
        UUID chatId,
        What what,
        @Nullable UUID memberId,
        @Nullable UUID subjectId,
        @Nullable Integer attempt,
        @Nullable String status,
        @Nullable String reason) {

    /** A person changed the chat. */
    public static TimelineStep updated(UUID chatId, UUID memberId) {
        return new TimelineStep(chatId, What.CHAT_UPDATED, memberId, null, null, null, null);
    }

    /** The workflow's assignment exists. */
    public static TimelineStep assigned(UUID chatId, UUID assignmentId) {
        return new TimelineStep(
                chatId, What.ASSIGNMENT_ACTIVE, null, assignmentId, null, "active", null);
    }

    /** An attempt at a message or a call got somewhere. */
    public static TimelineStep status(
            What what,
            UUID chatId,
            UUID subjectId,
            int attempt,
            String status,
            @Nullable String reason) {
        return new TimelineStep(chatId, what, null, subjectId, attempt, status, reason);
    }

    /** That attempt at a message, which somebody wished for, is not made. */
    public static TimelineStep refused(UUID chatId, UUID messageId, int attempt) {
        return new TimelineStep(chatId, What.RETRY_REFUSED, null, messageId, attempt, null, null);
    }

    /** A person wants that attempt at a message. */
    public static TimelineStep retry(UUID chatId, UUID messageId, int attempt, UUID memberId) {
        return new TimelineStep(
                chatId, What.RETRY_REQUESTED, memberId, messageId, attempt, "pending", null);
    }
}
