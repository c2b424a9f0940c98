package workspace.chats.api.access;

import java.util.Set;
import java.util.UUID;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/** An active member of the workspace, with the scopes that the database gives him. */
public record Caller(UUID workspaceId, UUID memberId, Set<String> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Goes on only for one who may.
     *
     * @throws Refused 403
     */
    public void needs(Scope scope) {
        if (!may(scope)) {
            throw new Refused(Problem.forbidden());
        }
    }

    public boolean may(Scope scope) {
        return scope.isGrantedBy(scopes);
    }
}
