package workspace.chats.messaging.effect;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages and calls themselves, whatever the attempts at them. */
final class Subjects {

    /**
     * A row could not be locked: that of another attempt is perhaps still to come, or not yet
     * visible. In one order, so that two batches do not wait for each other.
     */
    private static final String LOCK =
            """
            select pg_advisory_xact_lock(key)
              from (select distinct hashtextextended(concat_ws(' ', 'effect', workspace, subject), 0) as key
                      from unnest(?::uuid[], ?::uuid[]) as planned (workspace, subject) order by key) as keys
            """;

    private final JdbcClient jdbc;

    Subjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the transaction ends nobody else plans an attempt at these; the next statement sees
     * what was planned before.
     */
    void lock(Collection<PlannedEffect> planned) {
        jdbc.sql(LOCK)
                .params(
                        Columns.of(planned, PlannedEffect::workspaceId),
                        Columns.of(planned, PlannedEffect::subjectId))
                .query((_, _) -> true)
                .list();
    }
}
