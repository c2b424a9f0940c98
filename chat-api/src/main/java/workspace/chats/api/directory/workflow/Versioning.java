package workspace.chats.api.directory.workflow;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Body;
import workspace.chats.api.body.Uuids;
import workspace.chats.api.directory.entry.Draft;
import workspace.chats.api.directory.entry.Listing;
import workspace.chats.api.directory.entry.PageWish;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * What becomes of a workflow's versions. Who changes one holds the workflow's row, so numbers have
 * no gaps and nothing is published while it is written.
 */
@Service
class Versioning {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Workflows workflows;
    private final Versions versions;
    private final Clock clock;

    Versioning(Workflows workflows, Versions versions, Clock clock) {
        this.workflows = workflows;
        this.versions = versions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Listing<Version> list(Caller caller, String workflow, PageWish wish) {
        var found = found(workflows.rows().find(caller.workspaceId(), parsed(workflow)));
        return versions.page(caller.workspaceId(), found.id(), wish);
    }

    @Transactional(readOnly = true)
    public Version show(Caller caller, String workflow, String number) {
        return version(caller.workspaceId(), parsed(workflow), number);
    }

    @Transactional(readOnly = true)
    public WorkflowEntry workflow(Caller caller, String workflow) {
        return found(workflows.rows().find(caller.workspaceId(), parsed(workflow)));
    }

    @Transactional
    public Version add(Caller caller, String workflow, Body body) {
        var locked = locked(caller, workflow);
        return versions.add(caller.workspaceId(), locked.id(), definition(body));
    }

    @Transactional
    public Version change(Caller caller, String workflow, String number, Body body) {
        var locked = locked(caller, workflow);
        var before = version(caller.workspaceId(), locked.id(), number);
        var definition = definition(body);
        if (before.isPublished()) {
            throw refused("A published version never changes; write a new draft.");
        }
        return versions.write(caller.workspaceId(), locked.id(), before.number(), definition);
    }

    /** Again it changes nothing. */
    @Transactional
    public Version publish(Caller caller, String workflow, String number) {
        var locked = locked(caller, workflow);
        var before = version(caller.workspaceId(), locked.id(), number);
        return before.isPublished()
                ? before
                : versions.publish(
                        caller.workspaceId(), locked.id(), before.number(), clock.instant());
    }

    @Transactional
    public WorkflowEntry activate(Caller caller, String workflow, String number) {
        var locked = locked(caller, workflow);
        var version = version(caller.workspaceId(), locked.id(), number);
        if (!version.isPublished()) {
            throw refused("Only a published version can be active.");
        }
        versions.activate(caller.workspaceId(), locked.id(), version.number());
        return locked.running(version.number());
    }

    private WorkflowEntry locked(Caller caller, String workflow) {
        return found(workflows.rows().lock(caller.workspaceId(), parsed(workflow)));
    }

    private Version version(UUID workspaceId, UUID workflowId, String number) {
        return found(
                Optional.of(number)
                        .filter(text -> NUMBER.matcher(text).matches())
                        .map(Integer::valueOf)
                        .flatMap(n -> versions.find(workspaceId, workflowId, n)));
    }

    private static JsonNode definition(Body body) {
        return Draft.of(
                body,
                draft ->
                        draft.required(
                                "definition",
                                draft.fields().object("definition"),
                                JsonNodeFactory.instance.objectNode()));
    }

    private static UUID parsed(String id) {
        return found(Uuids.parse(id));
    }

    private static <T> T found(Optional<T> sought) {
        return sought.orElseThrow(() -> new Refused(Problem.of(HttpStatus.NOT_FOUND)));
    }

    private static Refused refused(String detail) {
        return new Refused(Problem.of(HttpStatus.CONFLICT, detail));
    }
}
