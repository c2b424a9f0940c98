package workspace.chats.api.chat.retry;

import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.ChatResponse;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.VisibleChats;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * Takes wishes to send a chat's first message again. Whether it is sent shows later, in the chat.
 */
@RestController
@RequestMapping("/api/v2/w/{workspace}/chats/{chat}/initial-message/retry")
class RetryController {

    private final VisibleChats chats;
    private final RetryingMessages retrying;

    RetryController(VisibleChats chats, RetryingMessages retrying) {
        this.chats = chats;
        this.retrying = retrying;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ChatResponse retry(Caller caller, @PathVariable String chat, Body body) {
        return retry(caller, chat, confirmsUnknown(body.orNone()));
    }

    /** The body may be left out, and with it its type. */
    @PostMapping(headers = "!Content-Type")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ChatResponse retry(Caller caller, @PathVariable String chat) {
        return retry(caller, chat, false);
    }

    private ChatResponse retry(Caller caller, String chat, boolean confirmUnknown) {
        var changed = chats.toChange(caller, chat).chat();
        retrying.retry(
                        new Key(changed.workspaceId(), changed.id()),
                        caller.memberId(),
                        confirmUnknown)
                .ifPresent(RetryController::refuse);
        return ChatResponse.of(chats.toSee(caller, chat));
    }

    private static boolean confirmsUnknown(Body body) {
        var fields = body.fields();
        var confirmed = Objects.equals(fields.flag("confirmUnknown"), true);
        fields.refuseOthers();
        if (!body.problems().isEmpty()) {
            throw new Refused(Problem.invalid(body.problems().toList()));
        }
        return confirmed;
    }

    private static void refuse(Conflict conflict) {
        throw new Refused(Problem.conflict("initialMessage", conflict.code(), conflict.detail()));
    }
}
