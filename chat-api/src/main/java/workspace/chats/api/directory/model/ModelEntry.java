package workspace.chats.api.directory.model;

import java.util.UUID;
import workspace.chats.api.directory.entry.Entry;

/** A model; {@code kind} is {@code chat} or {@code realtime}. */
record ModelEntry(UUID id, String name, String kind) implements Entry {

    @Override
    public String toString() {
        return "ModelEntry[" + id + "]";
    }
}
