package workspace.chats.api.directory;

import java.util.UUID;

/**
 * A number of the workspace, what it can do, and how many requests per second may leave from it.
 */
public record PhoneNumber(UUID id, String e164, boolean sms, boolean voice, double ratePerSecond) {

    @Override
    public String toString() {
        return "PhoneNumber[" + id + "]";
    }
}
