package workspace.chats.messaging.relay;

import java.util.List;
import java.util.Optional;
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
     * Ends whoever reads from it. He has no right to any more, for ours is the lock: a leader that
     * hangs, or the last words of one that died.
     */
    void takeFromOthers() {
        var others =
                jdbc.sql(
                                """
                                select pg_terminate_backend(active_pid, 5000) from pg_replication_slots
                                where slot_name = ? and active_pid is not null
                                """)
                        .param(name)
                        .query(Boolean.class)
                        .list();
        if (!others.isEmpty()) {
            log.warn("replication slot {} is taken from another who reads it", name);
        }
    }

    /**
     * Makes the slot when there is none, and makes it anew when PostgreSQL has given it up; says
     * which. What was committed before must then be found in the outbox itself.
     */
    Optional<Fault> makeIfNeeded() {
        var usable = usable();
        if (usable.equals(List.of(true))) {
            return Optional.empty();
        }
        if (usable.equals(List.of(false))) {
            jdbc.sql("select pg_drop_replication_slot(?)").param(name).query((row, at) -> 1).list();
        }
        jdbc.sql("select pg_create_logical_replication_slot(?, 'pgoutput')")
                .param(name)
                .query((row, at) -> 1)
                .list();
        return Optional.of(usable.isEmpty() ? Fault.POSITION_MISSING : Fault.POSITION_INVALIDATED);
    }

    /** What PostgreSQL keeps because of this slot. */
    RetainedLog retained() {
        return jdbc.sql(
                        """
                        select pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::bigint as bytes, safe_wal_size as left
                        from pg_replication_slots where slot_name = ? and restart_lsn is not null
                        """)
                .param(name)
                .query((row, at) ->
                        new RetainedLog(row.getLong("bytes"), row.getObject("left", Long.class)))
                .optional()
                .orElse(RetainedLog.NONE);
    }

    /** False when a relay that is down for long enough would fill the disk. */
    boolean isLimited() {
        return jdbc.sql(
                        "select setting <> '-1' from pg_settings where name = 'max_slot_wal_keep_size'")
                .query(Boolean.class)
                .single();
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
