package workspace.chats.api.outcome;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets a caller wait until it is known what became of a message. A waiter costs a parked virtual
 * thread and no database connection. The listener wakes it when this instance applied the outcome;
 * for outcomes that another instance applied, one query asks for all waiters together, every 25 ms
 * while anyone waits and never when nobody does.
 */
public final class OutcomeWait {

    private static final Logger log = LoggerFactory.getLogger(OutcomeWait.class);

    private final Waiters waiters = new Waiters();
    private final UnaryOperator<Set<SubjectRef>> settledAmong;
    private final Duration lookEvery;
    private final int waitersAtMost;
    private boolean looking;

    OutcomeWait(
            UnaryOperator<Set<SubjectRef>> settledAmong, Duration lookEvery, int waitersAtMost) {
        this.settledAmong = settledAmong;
        this.lookEvery = lookEvery;
        this.waitersAtMost = waitersAtMost;
    }

    /**
     * Returns when the message is neither pending nor unknown any more, or when the time is over;
     * the caller reads from the database which of the two it was. Returns at once when too many
     * wait already, and when interrupted (the thread stays interrupted). To be called after the
     * commit: inside a transaction, where the wait would hold a connection, it throws {@link
     * IllegalStateException}.
     */
    public void awaitSettled(UUID workspaceId, UUID chatId, UUID messageId, Duration atMost) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a wait must not hold a transaction");
        }
        if (atMost.isPositive() && waiters.count() < waitersAtMost) {
            park(new SubjectRef(workspaceId, chatId, messageId), atMost);
        }
    }

    /** To be called after the commit, so that a woken caller reads what woke it. */
    void wake(Collection<SubjectRef> settled) {
        waiters.wake(settled);
    }

    /** How many messages are waited for now. */
    int waiting() {
        return waiters.count();
    }

    private void park(SubjectRef message, Duration atMost) {
        var settled = waiters.join(message);
        try {
            startLooking();
            settled.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException over) {
            log.debug("message {} is not settled yet", message.id());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("nobody fails a wait", impossible);
        } finally {
            waiters.leave(message);
        }
    }

    /** Called after joining, so that {@link #goesOn} cannot have missed the one who joined. */
    private synchronized void startLooking() {
        if (!looking) {
            looking = true;
            Thread.ofVirtual().name("outcome-wait").start(this::look);
        }
    }

    private synchronized boolean goesOn() {
        looking = waiters.count() > 0;
        return looking;
    }

    private void look() {
        while (goesOn()) {
            LockSupport.parkNanos(lookEvery.toNanos());
            waiters.wake(settledNow());
        }
    }

    private Set<SubjectRef> settledNow() {
        try {
            return settledAmong.apply(waiters.messages());
        } catch (RuntimeException | Error hiccup) {
            log.debug("waiting messages not looked up: {}", hiccup.getClass().getName());
            return Set.of();
        }
    }
}
