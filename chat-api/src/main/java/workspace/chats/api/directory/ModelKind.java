package workspace.chats.api.directory;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model is for: writing or speaking. */
public enum ModelKind {
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("realtime")
    REALTIME
}
