package workspace.chats.api.chat;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a message got; {@code NONE} when there was nothing to send. */
public enum MessageStatus {
    @JsonProperty("none")
    NONE,
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("deferred")
    DEFERRED,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("unknown")
    UNKNOWN
}
