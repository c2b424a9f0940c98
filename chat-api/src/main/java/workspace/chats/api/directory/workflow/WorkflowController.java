package workspace.chats.api.directory.workflow;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Body;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.directory.entry.Desk;
import workspace.chats.api.directory.entry.Filter;
import workspace.chats.api.directory.entry.Listing;
import workspace.chats.api.idempotency.IdempotencyKey;

/** Any member sees the workflows; administrators keep them. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/workflows")
class WorkflowController {

    private final Desk desk;
    private final Workflows workflows;

    WorkflowController(Desk desk, Workflows workflows) {
        this.desk = desk;
        this.workflows = workflows;
    }

    @GetMapping
    Listing<WorkflowEntry> list(Caller caller, Parameters parameters) {
        return desk.list(caller, parameters, new Filter(), workflows);
    }

    @GetMapping("/{id}")
    WorkflowEntry show(Caller caller, @PathVariable String id) {
        return desk.show(caller, id, workflows);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WorkflowEntry> add(Caller caller, IdempotencyKey key, Body body) {
        return desk.add(caller, key, body, workflows);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    WorkflowEntry change(Caller caller, @PathVariable String id, Body body) {
        return desk.change(caller, id, body, workflows);
    }
}
