package workspace.chats.api.directory.entry;

import java.util.Optional;
import java.util.UUID;
import workspace.chats.api.access.Scope;
import workspace.chats.api.problem.Problem;

/** The entries of one kind: where they are kept, and what makes one right. */
public interface Entries<T extends Entry> {

    Rows<T> rows();

    /** What it takes to add, change or remove one. */
    default Scope keepers() {
        return Scope.WORKSPACE_ADMIN;
    }

    /** What an entry is before anybody has said anything about it. */
    T blank(UUID id);

    /** The entry with all that the draft says; what is wrong is noted in the draft. */
    T edited(UUID workspaceId, T before, Draft draft);

    /** Why the edit, right by itself, cannot be made. Holds until the transaction ends. */
    default Optional<Problem> objection(UUID workspaceId, T before, T after) {
        return Optional.empty();
    }

    /** The field that no two entries share. */
    default String unique() {
        throw new IllegalStateException("no two of these can be alike");
    }

    /** What else is to be done in the transaction that adds one. */
    default void onAdded(UUID workspaceId, T entry) {}

    /** What else is to be done in the transaction that removes one. */
    default void onRemoved(UUID workspaceId, T entry) {}
}
