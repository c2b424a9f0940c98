package workspace.chats.api.chat.create;

import java.util.List;
import workspace.chats.api.problem.FieldProblem;

/** What becomes of a wish for a chat. */
sealed interface Decision {

    record Accepted(NewChat chat) implements Decision {}

    /** Something is wrong with the request; nothing was looked for. */
    record Invalid(List<FieldProblem> problems) implements Decision {}

    /** The request is well-formed but names what the workspace does not have. */
    record NotFound(List<FieldProblem> problems) implements Decision {}
}
