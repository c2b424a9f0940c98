package workspace.chats.local.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import workspace.chats.local.peer.BadRequest;

/** What goes wrong with the next {@code times} (default 1) letters. */
record Fault(Mode mode, Integer times) {

    enum Mode {
        /** Cuts the connection in place of the answer to RCPT: no letter was sent. */
        @JsonProperty("dropBeforeData")
        DROP_BEFORE_DATA,
        /** Answers RCPT with 421 and cuts the connection: no letter was sent. */
        @JsonProperty("refuse421")
        REFUSE_421,
        /** Keeps the letter, then cuts the connection in place of the 250. */
        @JsonProperty("dropAfterDot")
        DROP_AFTER_DOT,
        /** Keeps the letter, then says nothing more. */
        @JsonProperty("hangAfterDot")
        HANG_AFTER_DOT
    }

    Fault {
        if (mode == null) {
            throw new BadRequest(
                    "mode must be dropBeforeData, refuse421, dropAfterDot or hangAfterDot");
        }
        times = Objects.requireNonNullElse(times, 1);
        if (times < 1) {
            throw new BadRequest("times must be at least 1");
        }
    }
}
