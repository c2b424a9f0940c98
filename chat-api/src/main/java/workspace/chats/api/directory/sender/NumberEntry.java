package workspace.chats.api.directory.sender;

import java.util.UUID;
import workspace.chats.api.directory.entry.Entry;

/** A phone number, what it can do, and how many requests per second may leave from it. */
record NumberEntry(
        UUID id, String e164, String label, boolean sms, boolean voice, double ratePerSecond)
        implements Entry {

    @Override
    public String toString() {
        return "NumberEntry[" + id + "]";
    }
}
