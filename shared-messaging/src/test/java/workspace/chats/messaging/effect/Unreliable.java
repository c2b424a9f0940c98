package workspace.chats.messaging.effect;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A way to the database that can be cut. Whoever is cut off for good might as well be dead: nothing
 * it knows is ever written.
 */
final class Unreliable implements TransactionOperations {

    private final TransactionOperations database;
    private final Queue<Runnable> troubles = new ConcurrentLinkedQueue<>();
    private volatile boolean cut;

    Unreliable(TransactionOperations database) {
        this.database = database;
    }

    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    /** What the next answers meet that are to be settled, one after the other. */
    void troublesSettling(Runnable... next) {
        troubles.addAll(List.of(next));
    }

    boolean hasMetItsTroubles() {
        return troubles.isEmpty();
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        requireConnection();
        if (Thread.currentThread().getName().equals("effects-settle")) {
            Optional.ofNullable(troubles.poll()).ifPresent(Runnable::run);
        }
        return database.execute(status -> {
            var result = action.doInTransaction(status);
            requireConnection();
            return result;
        });
    }

    private void requireConnection() {
        if (cut) {
            throw new CannotCreateTransactionException("cut off");
        }
    }
}
