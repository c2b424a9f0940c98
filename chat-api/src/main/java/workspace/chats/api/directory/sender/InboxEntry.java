package workspace.chats.api.directory.sender;

import java.util.UUID;
import workspace.chats.api.directory.entry.Entry;

/** A mailbox that e-mails come from, and how many per second may leave it. */
record InboxEntry(UUID id, String address, String label, double ratePerSecond) implements Entry {

    @Override
    public String toString() {
        return "InboxEntry[" + id + "]";
    }
}
