package workspace.chats.api.timeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a step of a chat's timeline is about. */
public enum What {
    CHAT_CREATED,
    /** A person changed the chat. */
    CHAT_UPDATED,
    /** The workflow's assignment exists. */
    ASSIGNMENT_ACTIVE,
    MESSAGE_CREATED,
    /** An attempt at a message got somewhere. */
    MESSAGE_STATUS,
    /** A person wants a failed message sent again; the attempt is the new one. */
    RETRY_REQUESTED,
    /**
     * The attempt that somebody wished for is not made: the one before it did not fail after all.
     */
    RETRY_REFUSED,
    CALL_CREATED,
    /** An attempt at a call got somewhere. */
    CALL_STATUS;

    /** For example {@code message_status}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
