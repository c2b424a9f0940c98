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
import workspace.chats.api.access.Scope;
import workspace.chats.api.body.Body;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.directory.entry.Listing;
import workspace.chats.api.directory.entry.Once;
import workspace.chats.api.directory.entry.PageWish;
import workspace.chats.api.idempotency.IdempotencyKey;

/** Any member sees a workflow's versions; administrators write, publish and activate them. */
@RestController
@RequestMapping("/api/v2/w/{workspace}/workflows/{workflow}/versions")
class VersionController {

    private final Once once;
    private final Versioning versioning;

    VersionController(Once once, Versioning versioning) {
        this.once = once;
        this.versioning = versioning;
    }

    @GetMapping
    Listing<Version> list(Caller caller, @PathVariable String workflow, Parameters parameters) {
        var wish = PageWish.of(parameters);
        parameters.refuseWrong();
        return versioning.list(caller, workflow, wish);
    }

    @GetMapping("/{number}")
    Version show(Caller caller, @PathVariable String workflow, @PathVariable String number) {
        return versioning.show(caller, workflow, number);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Version> add(
            Caller caller, IdempotencyKey key, @PathVariable String workflow, Body body) {
        caller.needs(Scope.WORKSPACE_ADMIN);
        return once.make(
                caller,
                key,
                body,
                () -> versioning.add(caller, workflow, body),
                added -> Integer.toString(added.number()),
                number -> versioning.show(caller, workflow, number));
    }

    @PutMapping(path = "/{number}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Version change(
            Caller caller, @PathVariable String workflow, @PathVariable String number, Body body) {
        caller.needs(Scope.WORKSPACE_ADMIN);
        return versioning.change(caller, workflow, number, body);
    }

    @PostMapping("/{number}/publish")
    ResponseEntity<Version> publish(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String workflow,
            @PathVariable String number) {
        caller.needs(Scope.WORKSPACE_ADMIN);
        return once.act(
                caller,
                key,
                number,
                () -> versioning.publish(caller, workflow, number),
                () -> versioning.show(caller, workflow, number));
    }

    @PostMapping("/{number}/activate")
    ResponseEntity<WorkflowEntry> activate(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String workflow,
            @PathVariable String number) {
        caller.needs(Scope.WORKSPACE_ADMIN);
        return once.act(
                caller,
                key,
                number,
                () -> versioning.activate(caller, workflow, number),
                () -> versioning.workflow(caller, workflow));
    }
}
