package workspace.chats.api.chat.dm;

import java.util.List;
import org.springframework.http.HttpStatus;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.chat.Key;
import workspace.chats.api.problem.FieldProblem;

/** How a wish for a direct message ended. */
sealed interface Meeting {

    record Made(ChatSnapshot snapshot) implements Meeting {}

    record Found(Key chat) implements Meeting {}

    /** An earlier request with the same key was answered so; nothing was done. */
    record Repeated(Key chat, HttpStatus status) implements Meeting {}

    record Invalid(List<FieldProblem> problems) implements Meeting {}

    record NotFound(List<FieldProblem> problems) implements Meeting {}

    /** There is no chat yet, and he may not begin one. */
    record Forbidden() implements Meeting {}
}
