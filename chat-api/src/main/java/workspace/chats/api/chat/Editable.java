package workspace.chats.api.chat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a chat a person may edit: the chat's ETag covers it. Title and metadata are personal
 * data, so it is never printed.
 */
public record Editable(
        @Nullable String title,
        boolean archived,
        boolean paused,
        boolean needsResponse,
        Assistant assistant,
        @Nullable UUID siteId,
        Map<String, String> metadata) {

    public Editable {
        metadata = Map.copyOf(metadata);
    }

    @Override
    public String toString() {
        return "Editable[hidden]";
    }
}
