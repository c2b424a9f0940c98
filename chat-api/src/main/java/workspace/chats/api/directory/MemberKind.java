package workspace.chats.api.directory;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a member is a person. */
public enum MemberKind {
    @JsonProperty("human")
    HUMAN,
    @JsonProperty("assistant")
    ASSISTANT
}
