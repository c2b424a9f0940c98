package workspace.chats.api.chat.update;

import java.util.List;
import java.util.Optional;
import workspace.chats.api.chat.Editable;
import workspace.chats.api.directory.Member;
import workspace.chats.api.problem.FieldProblem;

/** What becomes of a wish to edit a chat. */
sealed interface Decision {

    /** The newcomer is an assistant who did not take part so far. */
    record Accepted(Editable edited, Optional<Member> newcomer) implements Decision {}

    /** Something is wrong with the request. */
    record Invalid(List<FieldProblem> problems) implements Decision {}

    /** The request is well-formed but names what the workspace does not have. */
    record NotFound(List<FieldProblem> problems) implements Decision {}
}
