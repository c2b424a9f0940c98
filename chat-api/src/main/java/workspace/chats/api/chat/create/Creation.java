package workspace.chats.api.chat.create;

import java.util.List;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.Message;
import workspace.chats.api.chat.MessageStatus;
import workspace.chats.api.problem.FieldProblem;

/** How a create ended. */
sealed interface Creation {

    /** {@code again} when it is told to somebody who repeats himself. */
    record Created(ChatSnapshot snapshot, boolean again) implements Creation {

        static Created now(ChatSnapshot snapshot) {
            return new Created(snapshot, false);
        }

        /** The message whose outcome is worth waiting for, or null. */
        @Nullable Message pendingMessage() {
            var message = snapshot.initialMessage();
            return message != null && message.status() == MessageStatus.PENDING ? message : null;
        }
    }

    /** An earlier request with the same key made this chat; nothing was done. */
    record Repeated(Key chat) implements Creation {}

    record Invalid(List<FieldProblem> problems) implements Creation {}

    record NotFound(List<FieldProblem> problems) implements Creation {}

    record NoWorkspace() implements Creation {}
}
