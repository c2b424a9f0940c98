package workspace.chats.api.chat.update;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.access.Visitor;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.ChatResponse;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/** Edits chats. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/chats")
class UpdateController {

    private static final String STALE =
            "The chat is not as If-Match says: it has changed since. Get it again.";

    private final UpdatingChats updating;

    UpdateController(UpdatingChats updating) {
        this.updating = updating;
    }

    @PutMapping(path = "/{chat}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ChatResponse> update(
            Visitor visitor,
            Caller caller,
            @PathVariable String chat,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Body body) {
        return switch (updating.update(visitor, caller, chat, new IfMatch(ifMatch), body)) {
            case Update.Done(var edited) ->
                    ResponseEntity.ok().eTag(edited.etag()).body(ChatResponse.of(edited));
            case Update.Stale() ->
                    throw new Refused(Problem.of(HttpStatus.PRECONDITION_FAILED, STALE));
            case Update.Invalid(var problems) -> throw new Refused(Problem.invalid(problems));
            case Update.NotFound(var problems) -> throw new Refused(Problem.notFound(problems));
            case Update.NoWorkspace() -> throw new Refused(Problem.workspaceNotFound());
        };
    }
}
