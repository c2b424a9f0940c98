package workspace.chats.local.launcher;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * Writes a workspace and its first administrator into chat-api's database, as the role that
 * chat-api itself has there. Everything else is then done over HTTP.
 */
final class WorkspaceMaker {

    /** The database that the shell names for chat-api, else the local stack's. */
    private final Map<String, String> environment;

    WorkspaceMaker(Map<String, String> environment) {
        this.environment = environment;
    }

    private record Made(UUID workspaceId, UUID adminId) {}

    /** Says what was made. Throws {@link CannotDo}, which says why nothing was. */
    void make(NewWorkspace wish, Output output) {
        var made = new Made(UuidCreator.getTimeOrderedEpoch(), UuidCreator.getTimeOrderedEpoch());
        write(wish, made);
        output.say("Workspace:     " + made.workspaceId());
        output.say("Administrator: " + made.adminId());
    }

    private void write(NewWorkspace wish, Made made) {
        try (var database =
                DriverManager.getConnection(
                        setting("DATABASE_URL"),
                        setting("DATABASE_USER"),
                        setting("DATABASE_PASSWORD"))) {
            database.setAutoCommit(false);
            write(database, wish, made);
            database.commit();
        } catch (SQLException e) {
            throw new CannotDo(reason(String.valueOf(e.getSQLState())));
        }
    }

    /** One transaction, in which row-level security lets nothing but this workspace through. */
    private static void write(Connection database, NewWorkspace wish, Made made)
            throws SQLException {
        run(
                database,
                "select set_config('chats.workspaces', ?, true)",
                made.workspaceId().toString());
        run(
                database,
                "insert into workspace (id, name) values (?, ?)",
                made.workspaceId(),
                wish.name());
        run(
                database,
                """
                insert into member (workspace_id, id, kind, subject, display_name, scopes)
                values (?, ?, 'human', ?, ?, '{workspace:admin}')
                """,
                made.workspaceId(),
                made.adminId(),
                wish.admin(),
                wish.displayName());
    }

    private static void run(Connection database, String sql, Object... values) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private String setting(String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new CannotDo(
                    name
                            + " is not set; DATABASE_URL, DATABASE_USER and"
                            + " DATABASE_PASSWORD go together");
        }
        return value;
    }

    /** The driver's own words may quote what was typed. */
    private static String reason(String state) {
        return switch (state) {
            case "08001" ->
                    "No database answers; ./chats up starts the local one, and DATABASE_URL names"
                            + " another";
            case "42P01" -> "The database has no tables yet; chat-api makes them when it starts";
            case "28P01", "28000" -> "The database refuses DATABASE_USER or DATABASE_PASSWORD";
            default -> "The database cannot be used: SQL state " + state;
        };
    }
}
