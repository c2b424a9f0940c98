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

    /** What the last of these plans says of each lane. */
    private static final String RATES =
            """
            select distinct on (lane) lane, rate
              from unnest(?::uuid[], ?::float8[]) with ordinality as planned (lane, rate, ordinal)
             order by lane, ordinal desc
            """;

    private static final String NEW_LANES =
            "insert into sender_pace (lane_id, rate_per_second) %s on conflict do nothing"
                    .formatted(RATES);
    private static final String NEW_RATES =
            """
            update sender_pace set rate_per_second = rate from (%s) as latest
             where lane_id = lane and rate_per_second <> rate
            """
                    .formatted(RATES);

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
             where not exists (select from effect other
                                where other.workspace_id = workspace and other.subject_id = subject
                                  and other.attempt %s planned.attempt)
             order by ordinal
            on conflict (workspace_id, subject_id, attempt) do nothing
            """;

    /** Of a subject that was attempted already, any other may have gone out. */
    private static final String FIRST_EFFECTS = NEW_EFFECTS.formatted("<>");

    private static final String NEXT_EFFECTS = NEW_EFFECTS.formatted(">");

    private static final String LAST =
            """
            select attempt, state from effect where workspace_id = ? and subject_id = ?
             order by attempt desc limit 1 for update
            """;

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Budgets budgets;
    private final Ids ids;
    private final Expiry expiry;

    Plans(JdbcClient jdbc, Ids ids, Expiry expiry) {
        this.jdbc = jdbc;
        this.subjects = new Subjects(jdbc);
        this.budgets = new Budgets(jdbc);
        this.ids = ids;
        this.expiry = expiry;
    }

    /** Joins the caller's transaction and needs one. */
    void add(Collection<PlannedEffect> effects) {
        requireTransaction();
        var planned = List.copyOf(effects);
        subjects.lock(planned);
        write(planned, FIRST_EFFECTS);
    }

    private void write(List<PlannedEffect> planned, String effects) {
        ByIndex.prefer(jdbc);
        jdbc.sql(NEW_LANES).params(lanes(planned), rates(planned)).update();
        jdbc.sql(NEW_RATES).params(lanes(planned), rates(planned)).update();
        budgets.set(planned);
        jdbc.sql(effects).params(columns(planned)).update();
    }

    /** As {@link #add}; the last attempt's row is locked until the caller's transaction ends. */
    NextAttempt addNext(PlannedEffect next, boolean confirmUnknown) {
        requireTransaction();
        subjects.lock(List.of(next));
        expiry.before(next);
        var answer =
                last(next)
                        .map(last -> last.followedBy(next.attempt(), confirmUnknown))
                        .orElse(NextAttempt.PLANNED);
        if (answer == NextAttempt.PLANNED) {
            write(List.of(next), NEXT_EFFECTS);
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
