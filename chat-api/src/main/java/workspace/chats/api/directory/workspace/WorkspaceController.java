package workspace.chats.api.directory.workspace;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.access.Scope;
import workspace.chats.api.body.Body;

/** Any member sees his workspace; administrators set its name and its defaults. */
@RestController
@RequestMapping("/api/v2/w/{workspace}")
class WorkspaceController {

    private final Workspaces workspaces;

    WorkspaceController(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping
    WorkspaceEntry show(Caller caller) {
        return workspaces.show(caller.workspaceId());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    WorkspaceEntry change(Caller caller, Body body) {
        caller.needs(Scope.WORKSPACE_ADMIN);
        return workspaces.change(caller.workspaceId(), body);
    }
}
