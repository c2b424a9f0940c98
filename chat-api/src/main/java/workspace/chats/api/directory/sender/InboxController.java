package workspace.chats.api.directory.sender;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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

/** Who may read phones sees the inboxes too; administrators keep them. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/inboxes")
class InboxController {

    private final Desk desk;
    private final Inboxes inboxes;

    InboxController(Desk desk, Inboxes inboxes) {
        this.desk = desk;
        this.inboxes = inboxes;
    }

    @GetMapping
    Listing<InboxEntry> list(Caller caller, Parameters parameters) {
        caller.needs(Scope.PHONES_READ);
        return desk.list(caller, parameters, new Filter(), inboxes);
    }

    @GetMapping("/{id}")
    InboxEntry show(Caller caller, @PathVariable String id) {
        caller.needs(Scope.PHONES_READ);
        return desk.show(caller, id, inboxes);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<InboxEntry> add(Caller caller, IdempotencyKey key, Body body) {
        return desk.add(caller, key, body, inboxes);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    InboxEntry change(Caller caller, @PathVariable String id, Body body) {
        return desk.change(caller, id, body, inboxes);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(Caller caller, @PathVariable String id) {
        return desk.remove(caller, id, inboxes);
    }
}
