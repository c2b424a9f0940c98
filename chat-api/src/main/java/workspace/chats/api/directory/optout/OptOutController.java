package workspace.chats.api.directory.optout;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.access.Scope;
import workspace.chats.api.body.Body;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.directory.entry.Desk;
import workspace.chats.api.directory.entry.Filter;
import workspace.chats.api.directory.entry.Listing;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.problem.Flaw;

/** Who may read all chats sees the opt-outs; who may write them records and removes some. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/opt-outs")
class OptOutController {

    private final Desk desk;
    private final OptOuts optOuts;

    OptOutController(Desk desk, OptOuts optOuts) {
        this.desk = desk;
        this.optOuts = optOuts;
    }

    @GetMapping
    Listing<OptOutEntry> list(Caller caller, Parameters parameters) {
        caller.needs(Scope.CHATS_READ);
        var sender = parameters.id("senderId");
        if (sender != null && !optOuts.knowsSender(caller.workspaceId(), sender)) {
            parameters.refuse("senderId", Flaw.UNKNOWN);
        }
        var ofSender = new Filter().and("sender_id = :senderId", "senderId", sender);
        return desk.list(caller, parameters, ofSender, optOuts);
    }

    @GetMapping("/{id}")
    OptOutEntry show(Caller caller, @PathVariable String id) {
        caller.needs(Scope.CHATS_READ);
        return desk.show(caller, id, optOuts);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OptOutEntry> add(Caller caller, IdempotencyKey key, Body body) {
        return desk.add(caller, key, body, optOuts);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(Caller caller, @PathVariable String id) {
        return desk.remove(caller, id, optOuts);
    }
}
