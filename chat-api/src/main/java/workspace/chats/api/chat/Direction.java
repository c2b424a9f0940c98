package workspace.chats.api.chat;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a message came in from the chat's member or went out to him. */
public enum Direction {
    @JsonProperty("inbound")
    INBOUND,
    @JsonProperty("outbound")
    OUTBOUND
}
