package workspace.chats.local.twilio;

import com.fasterxml.jackson.annotation.JsonProperty;
import workspace.chats.local.peer.Reply;

/** A "no" in Twilio's error form. Like Twilio's own, its message may quote what was sent. */
record Refusal(int code, String message, @JsonProperty("more_info") String moreInfo, int status) {

    Refusal(int status, int code, String message) {
        this(code, message, "https://www.twilio.com/docs/errors/" + code, status);
    }

    static Refusal badRequest(int code, String message) {
        return new Refusal(400, code, message);
    }

    static Refusal notFound(String path) {
        return new Refusal(404, 20404, "The requested resource %s was not found".formatted(path));
    }

    Reply reply() {
        return new Reply.Json(status, this);
    }
}
