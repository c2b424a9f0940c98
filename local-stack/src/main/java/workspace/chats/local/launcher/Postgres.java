package workspace.chats.local.launcher;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import workspace.chats.local.Databases;
import workspace.chats.local.PostgresServer;

/** The database server, with one database per service. */
record Postgres(PostgresServer server, String passwordOfRoles) implements Component {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<Integer> ports() {
        return List.of(server.port());
    }

    @Override
    public Duration patience() {
        return PostgresServer.PATIENCE;
    }

    @Override
    public void start(Spawn spawn) {
        server.start(command -> spawn.start(command, Map.of()));
    }

    /** Makes the databases and roles that are not there. */
    void bootstrap() {
        try (var admin = server.connect("postgres")) {
            for (Program program : Program.values()) {
                Databases.bootstrap(admin, program.database(), passwordOfRoles);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: SQL state " + e.getSQLState(), e);
        }
    }

    @Override
    public boolean serves() {
        return server.isReady();
    }

    @Override
    public void stop(ProcessHandle process) {
        PostgresServer.stop(process);
    }
}
