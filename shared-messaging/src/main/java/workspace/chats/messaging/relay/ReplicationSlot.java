package workspace.chats.messaging.relay;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay's position in the write-ahead log, kept by PostgreSQL. */
final class ReplicationSlot {

    private static final Logger log = LoggerFactory.getLogger(ReplicationSlot.class);

    private final JdbcClient jdbc;
    private final String name;

    ReplicationSlot(JdbcClient jdbc, String name) {
        this.jdbc = jdbc;
        this.name = name;
    }

    /**
     * Makes the slot when there is none and makes it anew when PostgreSQL has given it up. True
     * when it begins now: what was committed before must then be found in the outbox itself.
     */
    boolean makeIfNeeded() {
        var usable = usable();
        if (usable.equals(List.of(true))) {
            return false;
        }
        if (usable.equals(List.of(false))) {
            log.warn("replication slot {} was invalidated and is made anew", name);
            jdbc.sql("select pg_drop_replication_slot(?)").param(name).query((row, at) -> 1).list();
        }
        jdbc.sql("select pg_create_logical_replication_slot(?, 'pgoutput')")
                .param(name)
                .query((row, at) -> 1)
                .list();
        log.info("replication slot {} is new: the outbox is swept", name);
        return true;
    }

    /** How much of the log PostgreSQL keeps because of this slot, in bytes. */
    long retainedBytes() {
        return jdbc.sql(
                        """
                        select pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::bigint
                        from pg_replication_slots where slot_name = ? and restart_lsn is not null
                        """)
                .param(name)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private List<Boolean> usable() {
        return jdbc.sql(
                        """
                        select invalidation_reason is null and wal_status <> 'lost'
                        from pg_replication_slots where slot_name = ? and database = current_database()
                        """)
                .param(name)
                .query(Boolean.class)
                .list();
    }
}
