package workspace.chats.messaging.effect;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import workspace.chats.messaging.Ids;

/**
 * Writes new effects, a whole batch in one statement. Whoever plans an attempt holds its subject
 * until the end of the transaction, so that of two at once the second sees the first.
 */
final class Plans {

    private static final String NEW_LANES =
            """
            insert into sender_pace (lane_id, rate_per_second)
            select distinct on (lane) lane, rate
              from unnest(?::uuid[], ?::float8[]) as planned (lane, rate) order by lane
            on conflict do nothing
            """;
    private static final String NEW_RATES =
            """
            update sender_pace set rate_per_second = rate
              from (select distinct on (lane) lane, rate
                      from unnest(?::uuid[], ?::float8[]) as planned (lane, rate) order by lane) as latest
             where lane_id = lane and rate_per_second <> rate
            """;

    /** An attempt that comes after a later one is not made: that one may have gone out already. */
    private static final String NEW_EFFECTS =
            """
            insert into effect (id, workspace_id, chat_id, subject_id, attempt, medium, sender_id, lane_id, simulated,
                                expires_at, event_id, event_type, sealed, traceparent)
            select id, workspace, chat, subject, attempt, medium, sender, lane, simulated,
                   expires, event, type, decode(sealed, 'base64'), trace
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::uuid[], ?::uuid[], ?::bool[],
                          ?::timestamptz[], ?::uuid[], ?::text[], ?::text[], ?::text[]) with ordinality
                   as planned (id, workspace, chat, subject, attempt, medium, sender, lane, simulated,
                               expires, event, type, sealed, trace, ordinal)
             where not exists (select from effect later
                                where later.workspace_id = workspace and later.subject_id = subject
                                  and later.attempt > planned.attempt)
             order by ordinal
            on conflict (workspace_id, subject_id, attempt) do nothing
            """;

    private static final String LAST =
            """
            select attempt, state from effect where workspace_id = ? and subject_id = ?
             order by attempt desc limit 1 for update
            """;

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Budgets budgets;
    private final Ids ids;

    Plans(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.subjects = new Subjects(jdbc);
        this.budgets = new Budgets(jdbc);
        this.ids = ids;
    }

    /** Joins the caller's transaction and needs one. */
    void add(Collection<PlannedEffect> effects) {
        requireTransaction();
        var planned = List.copyOf(effects);
        subjects.lock(planned);
        write(planned);
    }

    private void write(List<PlannedEffect> planned) {
        ByIndex.prefer(jdbc);
        jdbc.sql(NEW_LANES).params(lanes(planned), rates(planned)).update();
        jdbc.sql(NEW_RATES).params(lanes(planned), rates(planned)).update();
        budgets.set(planned);
        jdbc.sql(NEW_EFFECTS).params(columns(planned)).update();
    }

    /** As {@link #add}; the last attempt's row is locked until the caller's transaction ends. */
    NextAttempt addNext(PlannedEffect next, boolean confirmUnknown) {
        requireTransaction();
        subjects.lock(List.of(next));
        var answer =
                last(next)
                        .map(last -> last.followedBy(next.attempt(), confirmUnknown))
                        .orElse(NextAttempt.PLANNED);
        if (answer == NextAttempt.PLANNED) {
            write(List.of(next));
        }
        return answer;
    }

    private Optional<Last> last(PlannedEffect next) {
        return jdbc.sql(LAST)
                .params(next.workspaceId(), next.subjectId())
                .query((row, _) -> new Last(row.getInt(1), State.of(row.getString(2))))
                .optional();
    }

    Optional<LastAttempt> find(UUID workspaceId, UUID subjectId) {
        return jdbc.sql(
                        """
                        select * from effect where workspace_id = ? and subject_id = ?
                        order by attempt desc limit 1
                        """)
                .params(workspaceId, subjectId)
                .query((row, number) -> LastAttempt.read(row, number))
                .optional();
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("effects are planned in a transaction");
        }
    }

    private Object[] columns(List<PlannedEffect> planned) {
        return new Object[] {
            Columns.of(planned, _ -> ids.next()),
            Columns.of(planned, PlannedEffect::workspaceId),
            Columns.of(planned, PlannedEffect::chatId),
            Columns.of(planned, PlannedEffect::subjectId),
            Columns.of(planned, PlannedEffect::attempt),
            Columns.of(planned, effect -> effect.medium().code()),
            Columns.of(planned, PlannedEffect::senderId),
            lanes(planned),
            Columns.of(planned, PlannedEffect::simulated),
            Columns.of(planned, PlannedEffect::expiresAt),
            Columns.of(planned, PlannedEffect::eventId),
            Columns.of(planned, effect -> effect.eventType().wireName()),
            Columns.of(
                    planned, effect -> effect.sealed() == null ? null : effect.sealed().base64()),
            Columns.of(planned, PlannedEffect::traceparent)
        };
    }

    /** A pretended effect reaches nobody, so it must not wait for a real sender's pace. */
    private static @Nullable String[] lanes(List<PlannedEffect> planned) {
        return Columns.of(planned, e -> e.simulated() ? e.workspaceId() : e.senderId());
    }

    private static @Nullable String[] rates(List<PlannedEffect> planned) {
        return Columns.of(
                planned, e -> e.simulated() ? Double.POSITIVE_INFINITY : e.ratePerSecond());
    }

    private record Last(int attempt, State state) {
        NextAttempt followedBy(int next, boolean confirmUnknown) {
            return next <= attempt ? NextAttempt.KNOWN : NextAttempt.after(state, confirmUnknown);
        }
    }
}
