package workspace.chats.api.chat.create;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.chat.ChatDetails;
import workspace.chats.api.chat.delivery.Delivery;
import workspace.chats.events.Role;

/**
 * A chat to be created: what it is, who takes part in which order, and what is to happen outside at
 * once.
 */
public record NewChat(
        ChatDetails details,
        List<Guest> participants,
        @Nullable FirstMessage message,
        @Nullable FirstCall call) {

    /** Somebody who takes part; his name is for the answer only. */
    public record Guest(UUID memberId, Role role, String displayName) {
        @Override
        public String toString() {
            return "Guest[" + memberId + ", " + role + "]";
        }
    }

    /** The operator's first words; only an e-mail uses the subject. */
    public record FirstMessage(@Nullable String subject, String text, Delivery delivery) {
        @Override
        public String toString() {
            return "FirstMessage[hidden]";
        }
    }

    /** The call that is placed at once. */
    public record FirstCall(Delivery delivery) {}
}
