package workspace.chats.messaging.relay;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that the relay itself puts into the log. When one of them comes back by the log, everything
 * that was visible before it was put there has come too, or never will. They also keep the position
 * moving: of transactions that touch no published table PostgreSQL sends nothing, and without these
 * the log would grow while others write.
 */
final class Marks {

    static final String TABLE = "relay_heartbeat";

    private final JdbcClient jdbc;
    private volatile long passed;

    Marks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts one into the log; each is greater than those before it. */
    long put() {
        return jdbc.sql(
                        "with old as (delete from relay_heartbeat) insert into relay_heartbeat default values returning id")
                .query(Long.class)
                .single();
    }

    /** The log has come as far as that one, and what stood before it has been delivered. */
    void passed(long mark) {
        passed = Math.max(passed, mark);
    }

    boolean hasPassed(long mark) {
        return passed >= mark;
    }

    /** False in a database that no relay has worked for yet. */
    boolean isAnyPut() {
        return jdbc.sql("select exists (select from relay_heartbeat)")
                .query(Boolean.class)
                .single();
    }
}
