package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the rows that are not settled, for the gauges. */
record Census(JdbcClient jdbc, EffectMetrics metrics, Duration every) {

    /** Piece by piece, so that each piece has an index and the settled rows are never read. */
    private static final String COUNT =
            """
            select state, medium, count(*) as many,
                   count(*) filter (where state = 'planned' and due_at < clock_timestamp() - interval '5 s') as overdue
              from (select state, medium, due_at from effect where state in ('planned', 'deferred')
                    union all
                    select state, medium, due_at from effect where state in ('claimed', 'submitting')
                    union all
                    select state, medium, due_at from effect where state = 'unknown') as unfinished
             group by state, medium
            """;

    void round() throws InterruptedException {
        metrics.counted(count());
        Thread.sleep(every);
    }

    private Map<Unfinished, Long> count() {
        var counts = new HashMap<Unfinished, Long>();
        jdbc.sql(COUNT)
                .query(row -> {
                    var medium = Medium.of(row.getString("medium"));
                    counts.put(new Unfinished(row.getString("state"), medium), row.getLong("many"));
                    counts.merge(
                            new Unfinished("overdue", medium), row.getLong("overdue"), Long::sum);
                });
        return counts;
    }
}
