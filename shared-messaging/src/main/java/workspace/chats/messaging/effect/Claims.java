package workspace.chats.messaging.effect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes due effects for one instance and gives each the sender's next free slot, in one statement.
 *
 * <p>A lane is one sender's queue. A lane is open when its next slot is near; its row is locked
 * meanwhile, so instances never share out the same time twice. A lane stays with the instance that
 * serves it as long as that one keeps up: another may only take it over when it is late, for a lane
 * that went to and fro would lose the handover's time each time. From the open lanes, workspaces
 * take turns, one effect each; the ring starts after the workspace that came last in the previous
 * claim. (A deficit round robin would weigh the turns: {@code turn} is the place.) Each medium has
 * a ring and hands of its own. Of a chat, only the oldest effect that is not settled is due.
 */
final class Claims {

    /**
     * Slots are as far apart as the rate says; a request that follows a late one may be closer to
     * it by so much, or lateness would add up.
     */
    private static final double CLOSEST = 0.97;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String CLAIM =
            """
            with recursive clock as materialized (select clock_timestamp() as now),
            free (medium, hands, last) as materialized (select * from unnest(:media::text[], :hands::int[], :lasts::uuid[])),
            lane (workspace_id, lane_id, medium) as (
                (select workspace_id, lane_id, medium from effect where state = 'planned'
                  order by workspace_id, lane_id, medium limit 1)
                union all
                select following.workspace_id, following.lane_id, following.medium
                  from lane cross join lateral (
                       select e.workspace_id, e.lane_id, e.medium from effect e
                        where e.state = 'planned'
                          and (e.workspace_id, e.lane_id, e.medium) > (lane.workspace_id, lane.lane_id, lane.medium)
                        order by e.workspace_id, e.lane_id, e.medium limit 1) following
            ),
            open as materialized (
                select lane.workspace_id, lane_id, medium, free.hands, free.last, 1 / pace.rate_per_second as gap, clock.now,
                       greatest(clock.now + make_interval(secs => coalesce(busy.seconds, 0)), pace.next_at + handover.time) as start
                  from clock cross join lane join free using (medium) join sender_pace pace using (lane_id)
                       left join unnest(:busy_lanes::uuid[], :busy_seconds::float8[]) as busy (lane_id, seconds) using (lane_id)
                       cross join lateral (select case when pace.holder is distinct from :holder and pace.rate_per_second < 'Infinity'
                                                       then make_interval(secs => :handover) else interval '0' end as time) handover
                 where pace.next_at + handover.time <= clock.now + make_interval(secs => :ahead)
                   for update of pace skip locked
            ),
            near as (
                select open.*, case when gap = 0 then 'Infinity'::float8
                                    else greatest(0, 1 + floor((extract(epoch from now - start) + :ahead) / gap)) end as slots
                  from open
            ),
            due as (
                select near.*, first.id, first.version,
                       row_number() over (partition by near.lane_id order by first.due_at, first.position) as place
                  from near cross join lateral (
                       select e.id, e.version, e.due_at, e.position from effect e
                        where e.state = 'planned' and e.workspace_id = near.workspace_id and e.lane_id = near.lane_id
                          and e.medium = near.medium and e.due_at <= near.now and e.expires_at > near.now
                          and e.position = (select min(oldest.position) from effect oldest
                                             where oldest.chat_id = e.chat_id
                                               and oldest.state in ('planned', 'claimed', 'submitting'))
                        order by e.due_at, e.position
                        limit least(near.hands, near.slots)::int) first
            ),
            turns as (
                select due.*, row_number() over (partition by workspace_id, medium order by place, lane_id) as turn
                  from due where place <= slots
            ),
            ring as (
                select turns.*, row_number() over (partition by medium order by turn, workspace_id <= last, workspace_id) as rank
                  from turns
            ),
            chosen as materialized (select * from ring where rank <= hands),
            paced as (
                update sender_pace pace
                   set next_at = taken.start + make_interval(secs => taken.many * taken.gap), holder = :holder
                  from (select lane_id, start, gap, count(*) as many from chosen group by lane_id, start, gap) taken
                 where pace.lane_id = taken.lane_id
                returning pace.lane_id, pace.next_at
            ),
            claimed as (
                update effect e
                   set state = 'claimed', version = e.version + 1, updated_at = clock_timestamp(),
                       lease_token = gen_random_uuid(), lease_until = clock_timestamp() + make_interval(secs => :lease)
                  from chosen
                 where e.id = chosen.id and e.version = chosen.version
                returning e.*
            )
            select claimed.*, chosen.gap, chosen.turn, paced.next_at,
                   count(*) over (partition by chosen.lane_id) = 1 as alone,
                   extract(epoch from chosen.start - clock_timestamp()) as earliest,
                   extract(epoch from paced.next_at - chosen.now) - chosen.gap + :tolerance as latest
              from claimed join chosen using (id) join paced on paced.lane_id = chosen.lane_id
             order by chosen.rank
            """;

    private static final String GIVE_BACK =
            """
            update sender_pace set next_at = clock_timestamp() + make_interval(secs => :busy)
             where lane_id = :lane and holder = :holder and next_at = :next_at
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final EffectSettings settings;
    private final UUID holder;
    private final Map<Medium, UUID> last = new EnumMap<>(Medium.class);

    Claims(
            JdbcClient jdbc,
            TransactionOperations transaction,
            EffectSettings settings,
            UUID holder) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.holder = holder;
    }

    /**
     * Takes of each medium as many as it has free hands, and keeps off the time for which lanes are
     * busy (in seconds). Called by one thread.
     */
    List<Claim> take(Map<Medium, Integer> free, Map<UUID, Double> busy) {
        var taken = transaction.execute(_ -> claim(free, busy));
        taken.stream()
                .map(claim -> claim.entry().effect())
                .forEach(effect -> last.put(effect.medium(), effect.workspaceId()));
        return taken;
    }

    /**
     * Gives back the time of a slot in which nothing was written and nothing will be, unless later
     * time of the lane was given away meanwhile, or earlier time together with it: what is written
     * there would come too close. {@code busy} seconds the lane still needs for what was written.
     */
    void giveBack(Claim unused, double busy) {
        if (unused.alone()) {
            transaction.executeWithoutResult(_ ->
                    jdbc.sql(GIVE_BACK)
                            .param("busy", Math.max(0, busy))
                            .param("lane", unused.laneId())
                            .param("holder", holder)
                            .param("next_at", unused.nextAt())
                            .update());
        }
    }

    /**
     * A slot is told by how long after the database's time it lies, and is reckoned so that no
     * stall makes it longer: it begins counted from when the answer is read, and ends counted from
     * when the question was asked.
     */
    private List<Claim> claim(Map<Medium, Integer> free, Map<UUID, Double> busy) {
        var asked = System.nanoTime();
        return jdbc.sql(CLAIM)
                .param("holder", holder)
                .param("media", Columns.of(free.keySet(), Medium::code))
                .param("hands", Columns.of(free.values(), hands -> hands))
                .param("lasts", Columns.of(free.keySet(), it -> last.getOrDefault(it, BEFORE_ALL)))
                .param("busy_lanes", Columns.of(busy.keySet(), lane -> lane))
                .param("busy_seconds", Columns.of(busy.values(), seconds -> seconds))
                .param("ahead", Columns.seconds(settings.claimAhead()))
                .param("lease", Columns.seconds(settings.lease()))
                .param("tolerance", Columns.seconds(settings.paceTolerance()))
                .param("handover", Columns.seconds(settings.handover()))
                .query((row, _) -> read(row, asked))
                .list();
    }

    private static Claim read(ResultSet row, long asked) throws SQLException {
        var slot =
                new Slot(
                        System.nanoTime() + nanos(row.getDouble("earliest")),
                        asked + nanos(row.getDouble("latest")),
                        nanos(CLOSEST * row.getDouble("gap")));
        return new Claim(
                Entries.read(row, row.getRow()),
                slot,
                row.getObject("lane_id", UUID.class),
                row.getObject("next_at", OffsetDateTime.class),
                row.getBoolean("alone"));
    }

    private static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }
}
