package workspace.chats.api.directory.entry;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Body;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.body.Uuids;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;
import workspace.chats.messaging.Ids;

/**
 * Where people look things up in the directory, and where those who keep it change it. Each call is
 * one transaction; who may look is the controllers' business.
 */
@Component
public class Desk {

    private final TransactionOperations transaction;
    private final Once once;
    private final Ids ids;

    Desk(TransactionOperations transaction, Once once, Ids ids) {
        this.transaction = transaction;
        this.once = once;
        this.ids = ids;
    }

    public <T extends Entry> Listing<T> list(
            Caller caller, Parameters parameters, Filter filter, Entries<T> entries) {
        var wish = PageWish.of(parameters);
        parameters.refuseWrong();
        return transaction.execute(t -> entries.rows().page(caller.workspaceId(), wish, filter));
    }

    /**
     * The entry of that id.
     *
     * @throws Refused 404, the same for a malformed id, an unknown one, and another workspace's
     */
    public <T extends Entry> T show(Caller caller, String id, Entries<T> entries) {
        return transaction.execute(
                t -> found(entries.rows().find(caller.workspaceId(), parsed(id))));
    }

    public <T extends Entry> ResponseEntity<T> add(
            Caller caller, IdempotencyKey key, Body body, Entries<T> entries) {
        caller.needs(entries.keepers());
        return once.make(
                caller,
                key,
                body,
                () -> added(caller.workspaceId(), body, entries),
                added -> added.id().toString(),
                id -> show(caller, id, entries));
    }

    public <T extends Entry> T change(Caller caller, String id, Body body, Entries<T> entries) {
        caller.needs(entries.keepers());
        return transaction.execute(t -> changed(caller.workspaceId(), parsed(id), body, entries));
    }

    /**
     * Takes the entry away.
     *
     * @throws Refused 404 as {@link #show}, 409 when something refers to it
     */
    public <T extends Entry> ResponseEntity<Void> remove(
            Caller caller, String id, Entries<T> entries) {
        caller.needs(entries.keepers());
        try {
            transaction.executeWithoutResult(
                    t -> remove(caller.workspaceId(), parsed(id), entries));
            return ResponseEntity.noContent().build();
        } catch (DataIntegrityViolationException referred) {
            throw new Refused(
                    Problem.of(HttpStatus.CONFLICT, "Something refers to it, so it has to stay."));
        }
    }

    private <T extends Entry> T added(UUID workspaceId, Body body, Entries<T> entries) {
        var entry = edited(workspaceId, entries.blank(ids.next()), body, entries);
        if (!entries.rows().add(workspaceId, entry)) {
            throw new Refused(Problem.conflict(new FieldProblem(entries.unique(), Flaw.TAKEN)));
        }
        entries.onAdded(workspaceId, entry);
        return entry;
    }

    private static <T extends Entry> void remove(UUID workspaceId, UUID id, Entries<T> entries) {
        var entry = found(entries.rows().lock(workspaceId, id));
        entries.rows().remove(workspaceId, id);
        entries.onRemoved(workspaceId, entry);
    }

    private <T extends Entry> T changed(UUID workspaceId, UUID id, Body body, Entries<T> entries) {
        var before = found(entries.rows().lock(workspaceId, id));
        var after = edited(workspaceId, before, body, entries);
        entries.rows().replace(workspaceId, after);
        return after;
    }

    private static <T extends Entry> T edited(
            UUID workspaceId, T before, Body body, Entries<T> entries) {
        var after = Draft.of(body, draft -> entries.edited(workspaceId, before, draft));
        entries.objection(workspaceId, before, after)
                .ifPresent(problem -> {
                    throw new Refused(problem);
                });
        return after;
    }

    private static UUID parsed(String id) {
        return found(Uuids.parse(id));
    }

    private static <T> T found(Optional<T> sought) {
        return sought.orElseThrow(() -> new Refused(Problem.of(HttpStatus.NOT_FOUND)));
    }
}
