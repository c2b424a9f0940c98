package workspace.chats.api.chat;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Pending until assignment-service says that its row exists. */
public enum AssignmentStatus {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("active")
    ACTIVE
}
