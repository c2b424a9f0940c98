package workspace.chats.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an outbound call got; the order is the rank, and a call never moves to a lower one. */
public enum CallStatus {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("unknown")
    UNKNOWN,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("ringing")
    RINGING,
    @JsonProperty("answered")
    ANSWERED,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("busy")
    BUSY,
    @JsonProperty("no_answer")
    NO_ANSWER,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("canceled")
    CANCELED
}
