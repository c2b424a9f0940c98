package workspace.chats.system;

import java.time.Duration;

/** The rows of one web chat, written straight into the database, one transaction each. */
interface BareInserts {

    String name();

    double perSecond(int clients, Duration time);

    /** By {@code pgbench} where there is one, else by JDBC. */
    static BareInserts of(RunningSystem system, Workspace workspace) {
        var rows = new TwinRows(system.administrator(), system.gateway(), workspace);
        rows.makeRoom();
        return PgBench.find()
                .<BareInserts>map(program -> new PgBench(program, rows))
                .orElseGet(() -> new JdbcTwin(rows));
    }
}
