package workspace.chats.messaging.wall;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The workspaces whose rows the work at hand may see and change. Every transaction that begins
 * inside is told; row-level security hides all other rows from it, and shows nothing to a statement
 * outside a transaction. Bound to the running code, not to a thread or a connection: nothing to
 * clean up, nothing to leak into the next request. A thread started inside sees nothing.
 */
public final class OpenWorkspaces {

    private static final ScopedValue<String> OPEN = ScopedValue.newInstance();

    private OpenWorkspaces() {}

    /**
     * Runs the work with these workspaces open, and no others.
     *
     * @throws IllegalStateException inside a transaction, which has been told already
     */
    public static void runWith(Collection<UUID> workspaceIds, Runnable work) {
        ScopedValue.where(OPEN, list(workspaceIds)).run(work);
    }

    /** As {@link #runWith}, for work that answers or throws. */
    public static <R extends @Nullable Object, X extends Throwable> R callWith(
            Collection<UUID> workspaceIds, ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(OPEN, list(workspaceIds)).call(work);
    }

    /** Comma-separated ids, or null when nobody has said which are open. */
    static @Nullable String current() {
        return OPEN.isBound() ? OPEN.get() : null;
    }

    private static String list(Collection<UUID> workspaceIds) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("workspaces are opened before a transaction begins");
        }
        return workspaceIds.stream().distinct().map(UUID::toString).collect(joining(","));
    }
}
