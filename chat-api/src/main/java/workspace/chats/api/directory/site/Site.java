package workspace.chats.api.directory.site;

import java.util.UUID;
import workspace.chats.api.directory.entry.Entry;

/** A place that a chat may be about. */
record Site(UUID id, String name) implements Entry {

    @Override
    public String toString() {
        return "Site[" + id + "]";
    }
}
