package workspace.chats.api.chat;

import java.util.UUID;
import workspace.chats.events.Role;

/** A participant with the name that the directory has for him. */
public record Attendee(UUID id, UUID memberId, Role role, String displayName) {

    @Override
    public String toString() {
        return "Attendee[" + id + "]";
    }
}
