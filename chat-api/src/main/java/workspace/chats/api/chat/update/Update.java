package workspace.chats.api.chat.update;

import java.util.List;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.problem.FieldProblem;

/** How an update ended. */
sealed interface Update {

    /** The chat is what it was to be, also when it was that before. */
    record Done(ChatSnapshot chat) implements Update {}

    /** Somebody else has edited the chat since the caller saw it. */
    record Stale() implements Update {}

    record Invalid(List<FieldProblem> problems) implements Update {}

    record NotFound(List<FieldProblem> problems) implements Update {}

    record NoWorkspace() implements Update {}
}
