package workspace.chats.api.directory.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A version of a workflow: a draft until somebody publishes it, and from then on as it is. The
 * status says which, in a word.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Version(int number, String status, JsonNode definition, @Nullable Instant publishedAt) {

    boolean isPublished() {
        return status.equals("published");
    }

    @Override
    public String toString() {
        return "Version[" + number + ", " + status + "]";
    }
}
