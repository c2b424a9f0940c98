package workspace.chats.api.directory;

import java.util.UUID;

/** A mailbox of the workspace and how many messages per second may leave from it. */
public record Inbox(UUID id, String address, double ratePerSecond) {

    @Override
    public String toString() {
        return "Inbox[" + id + "]";
    }
}
