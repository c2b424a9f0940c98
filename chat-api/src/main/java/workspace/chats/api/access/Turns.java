package workspace.chats.api.access;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import workspace.chats.api.problem.NoTurnInTime;

/**
 * Lets only a few requests of one workspace into the database at a time, the others in the order in
 * which they come and with a {@link Breather} before each: a workspace that asks for as much as it
 * can leaves connections and processors to the other ones, and to the events that tell of what it
 * has asked for.
 */
@Component
final class Turns implements TransactionExecutionListener {

    private static final ScopedValue<UUID> WORKSPACE = ScopedValue.newInstance();

    private final Map<UUID, Queue> queues = new ConcurrentHashMap<>();
    private final Breather breather;
    private final int atOnce;
    private final Duration patience;
    private final LongSupplier nanos;

    @Autowired
    Turns(LimitSettings settings, Breather breather, HikariDataSource database) {
        this(settings, breather, database, System::nanoTime);
    }

    Turns(
            LimitSettings settings,
            Breather breather,
            HikariDataSource database,
            LongSupplier nanos) {
        this.breather = breather;
        this.atOnce = settings.atOnce();
        this.patience = Duration.ofMillis(database.getConnectionTimeout());
        this.nanos = nanos;
    }

    /** Counts every transaction that begins inside as one of that workspace. */
    static <R extends @Nullable Object, X extends Throwable> R callWith(
            UUID workspaceId, ScopedValue.CallableOp<R, X> request) throws X {
        return ScopedValue.where(WORKSPACE, workspaceId).call(request);
    }

    /** How many of that workspace wait for their turn. */
    int waiting(UUID workspaceId) {
        return queueOf(workspaceId).map(Queue::waiting).orElse(0);
    }

    /** How long another one of that workspace would probably wait. */
    Duration ahead(UUID workspaceId) {
        return queueOf(workspaceId)
                .map(queue -> queue.line.behind(queue.waiting(), nanos.getAsLong()))
                .orElse(Duration.ZERO);
    }

    /** In what time one of that workspace who cannot be let in had better come again. */
    Duration comeBack(UUID workspaceId) {
        return queueOf(workspaceId).map(Queue::comeBack).orElse(Duration.ZERO);
    }

    private Optional<Queue> queueOf(UUID workspaceId) {
        return Optional.ofNullable(queues.get(workspaceId));
    }

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        if (WORKSPACE.isBound()) {
            var workspaceId = WORKSPACE.get();
            if (!entered(workspaceId).awaitTurn()) {
                var comeBack = comeBack(workspaceId);
                left(workspaceId);
                throw new NoTurnInTime(comeBack);
            }
        }
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (WORKSPACE.isBound()) {
            var workspaceId = WORKSPACE.get();
            if (failure == null) {
                TransactionSynchronizationManager.registerSynchronization(endOf(workspaceId));
            } else {
                giveUpTurn(workspaceId);
            }
        }
    }

    private TransactionSynchronization endOf(UUID workspaceId) {
        return new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                giveUpTurn(workspaceId);
            }
        };
    }

    private void giveUpTurn(UUID workspaceId) {
        queues.computeIfPresent(
                workspaceId,
                (_, queue) -> {
                    queue.turns.release();
                    return queue.leave();
                });
    }

    private Queue entered(UUID workspaceId) {
        return queues.compute(
                workspaceId, (_, queue) -> (queue == null ? new Queue() : queue).enter());
    }

    private void left(UUID workspaceId) {
        queues.computeIfPresent(workspaceId, (_, queue) -> queue.leave());
    }

    /** Those of one workspace that are at work or wait. */
    private final class Queue {

        private final Semaphore turns = new Semaphore(atOnce, true);
        private final Line line = new Line(nanos.getAsLong());
        private int present; // guarded by the map

        int waiting() {
            return turns.getQueueLength();
        }

        Duration comeBack() {
            return line.comeBack(waiting(), nanos.getAsLong());
        }

        Queue enter() {
            present++;
            return this;
        }

        /** Nothing when nobody is left. */
        @Nullable Queue leave() {
            present--;
            return present == 0 ? null : this;
        }

        boolean awaitTurn() {
            try {
                return hasTurnAtOnce() || awaitTurnBehindOthers();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private boolean hasTurnAtOnce() throws InterruptedException {
            // with a time, because without one it would push to the front
            var hasTurn = turns.tryAcquire(0, TimeUnit.NANOSECONDS);
            if (hasTurn) {
                line.letsThrough();
            }
            return hasTurn;
        }

        private boolean awaitTurnBehindOthers() throws InterruptedException {
            if (waiting() == 0) {
                line.begins(nanos.getAsLong());
            }
            var hasTurn = turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (hasTurn) {
                line.moves(nanos.getAsLong());
                breather.pass((double) waiting() / atOnce);
            }
            return hasTurn;
        }
    }
}
