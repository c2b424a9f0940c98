package workspace.chats.messaging.relay;

import static workspace.chats.messaging.relay.RelayWorld.eventually;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be done to the write-ahead log and to the relay's position, by one who may. */
record Wal(JdbcClient superuser, String relayRole, String slot) {

    /** Takes the position away, from whoever uses it too. */
    void dropSlot() {
        eventually()
                .ignoreExceptions()
                .until(() -> {
                    hangUp("walsender");
                    return ask("select pg_drop_replication_slot('" + slot + "') is not null");
                });
    }

    /** Moves the position to the log's end, past everything; nobody may be using it. */
    void moveSlotToTheEnd() {
        eventually()
                .ignoreExceptions()
                .until(() ->
                        ask(
                                "select pg_replication_slot_advance('%s', pg_current_wal_lsn()) is not null"
                                        .formatted(slot)));
    }

    /** Takes the relay's connections away: all of one kind. */
    void hangUp(String backendType) {
        superuser
                .sql(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where usename = ? and backend_type = ?
                        """)
                .param(relayRole)
                .param(backendType)
                .query((row, at) -> true)
                .list();
    }

    /** How much of the log a position may hold back. */
    void limit(String size) {
        superuser.sql("alter system set max_slot_wal_keep_size = '" + size + "'").update();
        reload();
    }

    void unlimited() {
        superuser.sql("alter system reset max_slot_wal_keep_size").update();
        reload();
    }

    /** Writes until the log has that many more files of 16 MB, and clears up after each. */
    void fill(int files) {
        for (int file = 0; file < files; file++) {
            ask("select pg_logical_emit_message(false, 'fill', 'x') is not null");
            ask("select pg_switch_wal() is not null");
            superuser.sql("checkpoint").update();
        }
    }

    /** Files of the log that are kept, from the oldest to the one being written. */
    int keptFiles() {
        return superuser
                .sql(
                        """
                        select (select segment_number from pg_split_walfile_name(pg_walfile_name(pg_current_wal_lsn())))
                               - min(segment_number) + 1
                        from pg_ls_waldir(), pg_split_walfile_name(name) where name ~ '^[0-9A-F]{24}$'
                        """)
                .query(Integer.class)
                .single();
    }

    String status() {
        return superuser
                .sql("select wal_status from pg_replication_slots where slot_name = ?")
                .param(slot)
                .query(String.class)
                .single();
    }

    /** Says into the log which transactions run, as PostgreSQL does every 15 seconds. */
    void tellSnapshot() {
        ask("select pg_log_standby_snapshot() is not null");
    }

    private void reload() {
        ask("select pg_reload_conf()");
    }

    private boolean ask(String question) {
        return Objects.requireNonNull(superuser.sql(question).query(Boolean.class).single());
    }
}
