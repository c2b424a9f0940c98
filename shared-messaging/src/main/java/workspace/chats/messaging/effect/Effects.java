package workspace.chats.messaging.effect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.messaging.effect.Overdue.Kind;

/** The effect table. Every write is a compare-and-set on the version and the lease token. */
final class Effects {

    /**
     * An attempt counts once, when it is first about to be written. An hour is 60 whole minutes and
     * the one at hand, so that at no time more than the budget went out in the hour before. Those
     * for which nothing is left come back as they are.
     */
    private static final String BEGIN =
            """
            with left_over as materialized (
                select workspace_id, medium,
                       coalesce(per_hour, case medium when 'call' then :calls else :texts end)
                       - coalesce((select sum(many) from budget_spent spent
                                    where spent.workspace_id = budget.workspace_id and spent.medium = budget.medium
                                      and spent.minute >= date_trunc('minute', clock_timestamp()) - interval '1 hour'), 0) as many
                  from budget
                 where (workspace_id, medium) in (select workspace_id, medium from effect where id = any (:ids::uuid[]))
            ),
            wanted as materialized (
                select e.id, e.version, e.lease_token, not e.counted and many is not null as costs,
                       row_number() over (partition by e.workspace_id, e.medium, e.counted order by e.position) as place, many
                  from unnest(:ids::uuid[], :tokens::uuid[], :versions::bigint[]) as begun (id, token, version)
                       join effect e using (id, version) left join left_over using (workspace_id, medium)
                 where e.lease_token = begun.token and e.expires_at > clock_timestamp()
            ),
            begun as (
                update effect e
                   set state = 'submitting', version = e.version + 1, tries = e.tries + 1, updated_at = clock_timestamp(),
                       submitted_at = clock_timestamp(), lease_until = clock_timestamp() + make_interval(secs => :lease),
                       counted = true
                  from wanted
                 where e.id = wanted.id and e.lease_token = wanted.lease_token and e.version = wanted.version
                   and not (costs and place > many) and e.expires_at > clock_timestamp()
                returning e.*
            ),
            spent as (
                insert into budget_spent (workspace_id, medium, minute, many)
                select workspace_id, medium, date_trunc('minute', clock_timestamp()), count(*)
                  from begun join wanted using (id) where costs group by workspace_id, medium
                on conflict (workspace_id, medium, minute) do update set many = budget_spent.many + excluded.many
            ),
            forgotten as (
                delete from budget_spent old using left_over
                 where old.workspace_id = left_over.workspace_id and old.medium = left_over.medium
                   and old.minute < clock_timestamp() - interval '2 hours'
            )
            select * from begun
            union all
            select e.* from effect e join wanted using (id) where costs and place > wanted.many
            """;

    private static final String MOVE =
            """
            update effect e
               set state = step.state, version = e.version + 1, updated_at = clock_timestamp(),
                   reason = step.reason, provider_code = step.provider_code,
                   provider_id = coalesce(step.provider_id, e.provider_id),
                   tries = e.tries - step.wasted, due_at = clock_timestamp() + make_interval(secs => step.after),
                   unknown_until = case when step.state = 'unknown' then clock_timestamp() + make_interval(secs => ?)
                                        else e.unknown_until end,
                   sealed = case when step.forgets then null else e.sealed end
              from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::float8[], ?::bool[])
                   as step (id, token, version, state, reason, provider_code, provider_id, wasted, after, forgets)
             where e.id = step.id and e.lease_token is not distinct from step.token and e.version = step.version
            returning e.id, exists (select from effect other
                                     where other.chat_id = e.chat_id and other.id <> e.id
                                       and other.state in ('planned', 'claimed', 'submitting')) as others
            """;
    private static final String OVERDUE =
            """
            with overdue as (
                (select 'LAPSED' as kind, id from effect
                  where state in ('claimed', 'submitting') and lease_until <= clock_timestamp() order by lease_until limit :limit)
                union all
                (select 'EXPIRED', id from effect
                  where state in ('planned', 'deferred', 'claimed') and expires_at <= clock_timestamp() order by expires_at limit :limit)
                union all
                (select 'UNSETTLED', id from effect
                  where state = 'unknown' and unknown_until <= clock_timestamp() order by unknown_until limit :limit)
                union all
                (select 'LOOK', id from effect
                  where state = 'unknown' and due_at <= clock_timestamp() and unknown_until > clock_timestamp() order by due_at limit :looks)
            )
            select kind, id, workspace_id, chat_id, subject_id, attempt, medium, sender_id, expires_at, simulated, tries, state,
                   version, lease_token, event_id, event_type, traceparent, looks, submitted_at,
                   case kind when 'LOOK' then sealed end as sealed
              from overdue join effect using (id)
            """;

    private static final String TAKE_LOOK =
            """
            update effect set looks = looks + 1, due_at = clock_timestamp() + make_interval(secs => ?)
             where id = ? and version = ? and looks = ?
            """;

    private static final String RIVALS =
            """
            select * from effect
             where state = 'submitting' and sender_id = :sender and id <> :id
            union all
            select * from effect
             where state = 'unknown' and sender_id = :sender and id <> :id
            union all
            select * from effect
             where state in ('outcome_unknown', 'rejected') and provider_id is null
               and sender_id = :sender and id <> :id and submitted_at between :from and :to
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Budgets budgets;
    private final EffectSettings settings;

    Effects(JdbcClient jdbc, TransactionOperations transaction, EffectSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.budgets = new Budgets(jdbc);
        this.settings = settings;
    }

    /**
     * Commits that these are about to be written. Returns those that may be, and as they were those
     * for which the workspace's budget has nothing left.
     */
    List<Entry> begin(Collection<Entry> claimed) {
        return transaction.execute(_ -> {
            budgets.lock(claimed.stream().map(Entry::effect).toList());
            return jdbc.sql(BEGIN)
                    .param("ids", Columns.of(claimed, entry -> entry.effect().id()))
                    .param("tokens", Columns.of(claimed, Entry::token))
                    .param("versions", Columns.of(claimed, Entry::version))
                    .param("lease", Columns.seconds(settings.lease()))
                    .param("texts", settings.textsPerHour())
                    .param("calls", settings.callsPerHour())
                    .query(Entries::read)
                    .list();
        });
    }

    /** Writes the steps; returns those rows that were still as they had been seen. */
    List<Moved> write(Collection<Step> steps) {
        return jdbc.sql(MOVE)
                .params(
                        Columns.seconds(settings.unknownDeadline()),
                        Columns.of(steps, step -> step.entry().effect().id()),
                        Columns.of(steps, step -> step.entry().token()),
                        Columns.of(steps, step -> step.entry().version()),
                        Columns.of(steps, step -> step.move().to().code()),
                        Columns.of(steps, step -> Columns.code(step.move().reason())),
                        Columns.of(steps, step -> step.move().providerCode()),
                        Columns.of(steps, step -> step.move().providerId()),
                        Columns.of(steps, step -> step.move().wasted() ? 1 : 0),
                        Columns.of(steps, step -> Columns.seconds(step.move().after())),
                        Columns.of(steps, Step::forgets))
                .query((row, _) ->
                        new Moved(row.getObject("id", UUID.class), row.getBoolean("others")))
                .list();
    }

    /** The row as it is now, if it was not claimed by somebody else since it was seen. */
    Optional<Entry> find(Entry seen) {
        return jdbc.sql(
                        "select * from effect where id = :id and lease_token is not distinct from :token")
                .param("id", seen.effect().id())
                .param("token", seen.token())
                .query(Entries::read)
                .optional();
    }

    /**
     * What nobody but time moves on, at most {@code limit} of each kind. Only a look is told what
     * was to be sent: hundreds of long e-mails are more than there is memory for.
     */
    List<Overdue> overdue(int limit, int looks) {
        var statement = jdbc.sql(OVERDUE).param("limit", limit).param("looks", looks);
        return transaction.execute(_ -> statement.query(Effects::readOverdue).list());
    }

    private static Overdue readOverdue(ResultSet row, int number) throws SQLException {
        return new Overdue(Kind.valueOf(row.getString("kind")), Entries.read(row, number));
    }

    /** Takes the next look at an unknown effect, or is refused because another instance has it. */
    boolean takeLook(Entry unknown) {
        var statement =
                jdbc.sql(TAKE_LOOK)
                        .params(
                                Columns.seconds(settings.lookWait(unknown.looks() + 1)),
                                unknown.effect().id(),
                                unknown.version(),
                                unknown.looks());
        return transaction.execute(_ -> statement.update() == 1);
    }

    /**
     * Others of its sender whose outcome is open, too, and those submitted in that window that were
     * given up or refused: what the provider shows may be theirs.
     */
    List<Entry> rivals(Entry unknown, LookWindow submitted) {
        var statement =
                jdbc.sql(RIVALS)
                        .param("id", unknown.effect().id())
                        .param("sender", unknown.effect().senderId())
                        .param("from", submitted.submittedFrom().atOffset(ZoneOffset.UTC))
                        .param("to", submitted.submittedTo().atOffset(ZoneOffset.UTC));
        return transaction.execute(_ -> statement.query(Entries::read).list());
    }

    /** Which of these provider ids belong to effects already. */
    List<String> owned(Collection<String> providerIds) {
        return jdbc.sql("select provider_id from effect where provider_id = any(?)")
                .param(Columns.of(providerIds, id -> id))
                .query(String.class)
                .list();
    }

    /** A row that was moved, and whether others of its chat may be due now. */
    record Moved(UUID id, boolean others) {}
}
