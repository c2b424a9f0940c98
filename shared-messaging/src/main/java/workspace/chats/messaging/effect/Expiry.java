package workspace.chats.messaging.effect;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends an attempt whose time is over before the {@link Sweep} comes to it, because somebody wishes
 * for the next: after an outage both are planned at once.
 */
final class Expiry {

    private static final String OVER =
            """
            select * from effect
             where workspace_id = ? and subject_id = ? and attempt < ?
               and state in ('planned', 'deferred', 'claimed') and expires_at <= clock_timestamp()
             order by attempt desc limit 1 for update
            """;

    private final JdbcClient jdbc;
    private final Bookkeeping books;
    private final EffectMetrics metrics;

    Expiry(JdbcClient jdbc, Bookkeeping books, EffectMetrics metrics) {
        this.jdbc = jdbc;
        this.books = books;
        this.metrics = metrics;
    }

    /** Joins the caller's transaction. */
    void before(PlannedEffect next) {
        over(next).map(Expiry::end).ifPresent(this::write);
    }

    private Optional<Entry> over(PlannedEffect next) {
        return jdbc.sql(OVER)
                .params(next.workspaceId(), next.subjectId(), next.attempt())
                .query(Entries::read)
                .optional();
    }

    private static Step end(Entry entry) {
        var reason = entry.effect().medium().expired();
        return new Step(entry, Move.failed(State.EXPIRED, reason, null));
    }

    private void write(Step end) {
        books.write(List.of(end));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        metrics.moved(end);
                    }
                });
    }
}
