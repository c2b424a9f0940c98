package workspace.chats.api.idempotency;

import java.util.UUID;

/** A key with all that it is bound to. */
record ScopedKey(UUID workspaceId, UUID memberId, String route, String key) {

    @Override
    public String toString() {
        return "ScopedKey[" + workspaceId + ", " + memberId + ", " + route + "]";
    }
}
