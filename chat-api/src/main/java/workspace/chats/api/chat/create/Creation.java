package workspace.chats.api.chat.create;

import java.util.List;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.chat.Message;
import workspace.chats.api.chat.MessageStatus;
import workspace.chats.api.problem.FieldProblem;

/** How a create ended. */
sealed interface Creation {

    record Created(ChatSnapshot snapshot) implements Creation {

        /** The message whose outcome is worth waiting for, or null. */
        @Nullable Message pendingMessage() {
            var message = snapshot.initialMessage();
            return message != null && message.status() == MessageStatus.PENDING ? message : null;
        }
    }

    record Invalid(List<FieldProblem> problems) implements Creation {}

    record NotFound(List<FieldProblem> problems) implements Creation {}

    record NoWorkspace() implements Creation {}
}
