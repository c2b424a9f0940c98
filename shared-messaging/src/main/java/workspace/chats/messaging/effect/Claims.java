package workspace.chats.messaging.effect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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
 * claim. (A deficit round robin would weigh the turns: {@code turn} is the place.) Of a chat, only
 * the oldest effect that is not settled is due.
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
            lane (workspace_id, lane_id) as (
                (select workspace_id, lane_id from effect where state = 'planned' order by workspace_id, lane_id limit 1)
                union all
                select following.workspace_id, following.lane_id
                  from lane cross join lateral (
                       select e.workspace_id, e.lane_id from effect e
                        where e.state = 'planned' and (e.workspace_id, e.lane_id) > (lane.workspace_id, lane.lane_id)
                        order by e.workspace_id, e.lane_id limit 1) following
            ),
            open as materialized (
                select lane.workspace_id, lane_id, 1 / pace.rate_per_second as gap, clock.now,
                       greatest(clock.now + make_interval(secs => coalesce(busy.seconds, 0)), pace.next_at + handover.time) as start
                  from clock cross join lane join sender_pace pace using (lane_id)
                       left join unnest(:busy_lanes::uuid[], :busy_seconds::float8[]) as busy (lane_id, seconds) using (lane_id)
                       cross join lateral (select case when pace.holder is distinct from :holder and pace.rate_per_second < 'Infinity'
                                                       then make_interval(secs => :handover) else interval '0' end as time) handover
                 where pace.next_at + handover.time <= clock.now + make_interval(secs => :ahead)
                   for update of pace skip locked
            ),
            due as (
                select open.workspace_id, open.lane_id, open.start, open.gap, first.id, first.version,
                       row_number() over (partition by open.lane_id order by first.due_at, first.position) as place
                  from open cross join lateral (
                       select e.id, e.version, e.due_at, e.position from effect e
                        where e.state = 'planned' and e.workspace_id = open.workspace_id and e.lane_id = open.lane_id
                          and e.due_at <= open.now and e.expires_at > open.now
                          and e.position = (select min(oldest.position) from effect oldest
                                             where oldest.chat_id = e.chat_id
                                               and oldest.state in ('planned', 'claimed', 'submitting'))
                        order by e.due_at, e.position
                        limit case when open.gap = 0 then :capacity
                                   else greatest(0, least(:capacity, 1 + floor(
                                        (extract(epoch from open.now - open.start) + :ahead) / open.gap)))::int end) first
            ),
            turns as (
                select due.*, row_number() over (partition by workspace_id order by place, lane_id) as turn from due
            ),
            chosen as materialized (
                select * from turns order by turn, workspace_id <= :last, workspace_id limit :capacity
            ),
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
                   extract(epoch from paced.next_at - clock_timestamp()) - chosen.gap + :tolerance as latest
              from claimed join chosen using (id) join paced on paced.lane_id = chosen.lane_id
             order by chosen.turn, chosen.workspace_id <= :last, chosen.workspace_id
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
    private UUID last = BEFORE_ALL;

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
     * Takes as many as there is capacity for, and keeps off the time for which lanes are busy (in
     * seconds). Called by one thread.
     */
    List<Claim> take(int capacity, Map<UUID, Double> busy) {
        var taken = transaction.execute(_ -> claim(capacity, busy));
        if (!taken.isEmpty()) {
            last = taken.getLast().entry().effect().workspaceId();
        }
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

    private List<Claim> claim(int capacity, Map<UUID, Double> busy) {
        return jdbc.sql(CLAIM)
                .param("holder", holder)
                .param("last", last)
                .param("capacity", capacity)
                .param("busy_lanes", Columns.of(busy.keySet(), lane -> lane))
                .param("busy_seconds", Columns.of(busy.values(), seconds -> seconds))
                .param("ahead", Columns.seconds(settings.claimAhead()))
                .param("lease", Columns.seconds(settings.lease()))
                .param("tolerance", Columns.seconds(settings.paceTolerance()))
                .param("handover", Columns.seconds(settings.handover()))
                .query(Claims::read)
                .list();
    }

    private static Claim read(ResultSet row, int number) throws SQLException {
        var now = System.nanoTime();
        var slot =
                new Slot(
                        now + nanos(row.getDouble("earliest")),
                        now + nanos(row.getDouble("latest")),
                        nanos(CLOSEST * row.getDouble("gap")));
        return new Claim(
                Entries.read(row, number),
                slot,
                row.getObject("lane_id", UUID.class),
                row.getObject("next_at", OffsetDateTime.class),
                row.getBoolean("alone"));
    }

    private static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }
}
