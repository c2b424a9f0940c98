package workspace.chats.api.chat.retry;

import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.ChatResponse;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.VisibleChats;
import workspace.chats.api.chat.retry.Retried.Pointless;
import workspace.chats.api.chat.retry.Retried.Wished;
import workspace.chats.api.idempotency.Idempotency;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * Takes wishes to send a chat's first message again. Whether it is sent shows later, in the chat.
 */
@RestController
@RequestMapping("/api/v2/w/{workspace}/chats/{chat}/initial-message/retry")
class RetryController {

    private static final Pattern JSON = Pattern.compile("(?i)\\s*application/json\\s*(;.*)?");

    private final VisibleChats chats;
    private final RetryingMessages retrying;

    RetryController(VisibleChats chats, RetryingMessages retrying) {
        this.chats = chats;
        this.retrying = retrying;
    }

    /** The body may be left out, and with it its type; one that is there has to be JSON. */
    @PostMapping
    ResponseEntity<ChatResponse> retry(
            Caller caller,
            @PathVariable String chat,
            Body body,
            IdempotencyKey key,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, defaultValue = "") String type) {
        if (!body.isAbsent() && !JSON.matcher(type).matches()) {
            throw new Refused(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        }
        return answer(caller, chat, body.orNone(), key);
    }

    private ResponseEntity<ChatResponse> answer(
            Caller caller, String chat, Body body, IdempotencyKey key) {
        var changed = chats.toChange(caller, chat).chat();
        var retried =
                retrying.retry(
                        new Key(changed.workspaceId(), changed.id()),
                        caller.memberId(),
                        confirmsUnknown(body),
                        key,
                        body);
        return switch (retried) {
            case Wished(var now, var again) -> {
                var answer = ResponseEntity.accepted();
                if (again) {
                    answer.header(Idempotency.REPLAYED, "true");
                }
                yield answer.body(ChatResponse.of(now));
            }
            case Pointless(var conflict) ->
                    throw new Refused(
                            Problem.conflict("initialMessage", conflict.code(), conflict.detail()));
        };
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
}
