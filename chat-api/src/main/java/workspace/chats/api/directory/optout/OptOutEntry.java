package workspace.chats.api.directory.optout;

import java.time.Instant;
import java.util.UUID;
import workspace.chats.api.directory.entry.Entry;

/**
 * Somebody wants nothing more from one sender.
 *
 * @param senderId of a phone number or an inbox
 * @param address as a create compares it: a number in E.164, a mailbox in lower case
 */
record OptOutEntry(UUID id, UUID senderId, String address, Instant since) implements Entry {

    @Override
    public String toString() {
        return "OptOutEntry[" + id + "]";
    }
}
