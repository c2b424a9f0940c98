package workspace.chats.api.fuzz;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.testing.Answer;

/**
 * What came back.
 *
 * @param head the headers as text
 * @param answer null when the request could only be sent as bytes, past the HTTP client
 * @param flaw what the document does not allow
 */
record Reply(
        int status,
        String head,
        String body,
        @Nullable Answer answer,
        @Nullable String flaw,
        Duration took) {

    String whole() {
        return head + "\n\n" + body;
    }
}
