package workspace.chats.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The statements of a web chat, as the gateway's own role and behind the same wall: the same
 * tables, keys, indexes and references. Nobody is told of chats that nobody asked for: the events
 * stay in an outbox of their own, or are published where nobody reads.
 */
record TwinRows(Role administrator, Role gateway, Workspace workspace, Outbox outbox) {

    private static final int BYTES_OF_AN_EVENT = 620;

    /** Where the events of twins go. */
    enum Outbox {
        /** A table like the real one, which the relay does not read. */
        LIKE_THE_RELAYS("twin.outbox"),
        /** The relay's own, which sends each of them to Kafka and deletes it. */
        THE_RELAYS("public.outbox");

        static final String UNREAD_TOPIC = "bench.unread";

        private final String table;

        Outbox(String table) {
            this.table = table;
        }
    }

    /** Who connects to the database, by psql's words. */
    record Role(String host, int port, String user, String password, String database) {

        String jdbcUrl() {
            return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl(), user, password);
        }

        @Override
        public String toString() {
            return "Role[" + user + "]";
        }
    }

    void makeRoom() {
        try (var connection = administrator.connect();
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists twin");
            statement.execute(
                    "create table if not exists twin.outbox (like public.outbox including all)");
            statement.execute("grant usage on schema twin to " + gateway.user());
            statement.execute("grant insert on twin.outbox to " + gateway.user());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What every transaction begins with, or row-level security refuses its rows. */
    String openWorkspace() {
        return "select set_config('chats.workspaces', '%s', true)".formatted(workspace.id());
    }

    String chat() {
        return """
        insert into chat (workspace_id, id, channel, chat_type, owner_member_id, member_id, assistant_enabled,
            assistant_member_id, version, created_at, updated_at)
        values ('%s', uuidv7(), 'web-chat', 'simple', '%s', '%s', true, '%s', 1, now(), now()) returning id\
        """
                .formatted(workspace.id(), owner(), owner(), assistant());
    }

    /** For the chat's id in place of {@code chat}. */
    String participants(String chat) {
        return """
        insert into participant (workspace_id, chat_id, id, member_id, role, position)
        values ('%1$s', %2$s, uuidv7(), '%3$s', 'owner', 0), ('%1$s', %2$s, uuidv7(), '%4$s', 'assistant', 1)\
        """
                .formatted(workspace.id(), chat, owner(), assistant());
    }

    String event(String chat) {
        return """
        insert into %s (id, topic, aggregateid, type, source, workspace_id, time, sequence, payload)
        values (uuidv7(), '%s', %s, 'workspace.chats.ChatCreated.v1', '/workspace-chats/chat-api', '%s', now(), 1,
            decode(repeat('ab', %d), 'hex'))\
        """
                .formatted(
                        outbox.table, Outbox.UNREAD_TOPIC, chat, workspace.id(), BYTES_OF_AN_EVENT);
    }

    private String owner() {
        return workspace.member("operator").id();
    }

    private String assistant() {
        return workspace.member("assistant").id();
    }
}
