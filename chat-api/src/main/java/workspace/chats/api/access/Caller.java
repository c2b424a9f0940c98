package workspace.chats.api.access;

import java.util.Set;
import java.util.UUID;

/** An active member of the workspace, with the scopes that the database gives him. */
public record Caller(UUID workspaceId, UUID memberId, Set<String> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scope.isGrantedBy(scopes);
    }
}
