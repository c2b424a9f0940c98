package workspace.chats.system;

import java.time.Duration;
import workspace.chats.system.TwinRows.Outbox;

/** The rows of one web chat, written straight into the database, one transaction each. */
interface BareInserts {

    String name();

    double perSecond(int clients, Duration time);

    /** By {@code pgbench} where there is one, else by JDBC. */
    static BareInserts of(RunningSystem system, Workspace workspace) {
        return of(system, workspace, Outbox.LIKE_THE_RELAYS);
    }

    /** The same, and the relay publishes an event for each: a create without a gateway. */
    static BareInserts published(RunningSystem system, Workspace workspace) {
        return new PublishedInserts(
                of(system, workspace, Outbox.THE_RELAYS),
                system.tables("chat-api"),
                system.url("kafkaBootstrap"));
    }

    private static BareInserts of(RunningSystem system, Workspace workspace, Outbox outbox) {
        var rows = new TwinRows(system.administrator(), system.gateway(), workspace, outbox);
        rows.makeRoom();
        return PgBench.find()
                .<BareInserts>map(program -> new PgBench(program, rows))
                .orElseGet(() -> new JdbcTwin(rows));
    }
}
