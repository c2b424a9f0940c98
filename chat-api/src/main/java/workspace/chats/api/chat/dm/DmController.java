package workspace.chats.api.chat.dm;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.access.Visitor;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.ChatResponse;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.chat.Chats;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.dm.Meeting.Found;
import workspace.chats.api.chat.dm.Meeting.Made;
import workspace.chats.api.chat.dm.Meeting.Repeated;
import workspace.chats.api.idempotency.Idempotency;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/** Finds or makes direct messages. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/chats/dm")
class DmController {

    private final Meetings meetings;
    private final Chats chats;

    DmController(Meetings meetings, Chats chats) {
        this.meetings = meetings;
        this.chats = chats;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ChatResponse> meet(
            Visitor visitor, Caller caller, Body body, IdempotencyKey key) {
        return switch (meetings.meet(visitor, caller, body, key)) {
            case Made(var snapshot) ->
                    place(HttpStatus.CREATED, snapshot).body(ChatResponse.of(snapshot));
            case Found(var chat) -> ResponseEntity.ok(ChatResponse.of(now(chat)));
            case Repeated(var chat, var status) -> {
                var snapshot = now(chat);
                yield place(status, snapshot)
                        .header(Idempotency.REPLAYED, "true")
                        .body(ChatResponse.of(snapshot));
            }
            case Meeting.Invalid(var problems) -> throw new Refused(Problem.invalid(problems));
            case Meeting.NotFound(var problems) -> throw new Refused(Problem.notFound(problems));
            case Meeting.Forbidden() -> throw new Refused(Problem.forbidden());
        };
    }

    /** What was made says where it is. */
    private static BodyBuilder place(HttpStatus status, ChatSnapshot snapshot) {
        var answer = ResponseEntity.status(status);
        if (status == HttpStatus.CREATED) {
            var chat = snapshot.chat();
            answer.location(URI.create("/api/v2/w/" + chat.workspaceId() + "/chats/" + chat.id()));
        }
        return answer;
    }

    private ChatSnapshot now(Key chat) {
        return chats.find(chat).orElseThrow();
    }
}
