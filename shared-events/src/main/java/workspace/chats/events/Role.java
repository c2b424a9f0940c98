package workspace.chats.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a participant is in a chat. */
public enum Role {
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("member")
    MEMBER,
    @JsonProperty("assistant")
    ASSISTANT,
    @JsonProperty("operator")
    OPERATOR,
    @JsonProperty("contributor")
    CONTRIBUTOR
}
