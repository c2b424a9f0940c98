package workspace.chats.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workspace.chats.local.Databases;
import workspace.chats.local.Ports;
import workspace.chats.local.PostgresServer;

/** The demo fits the tables that chat-api's migrations make. */
class DemoSeedIT {

    private static final Path MIGRATIONS = Path.of("../chat-api/src/main/resources/db/chat-api");

    @TempDir private Path folder;

    @Test
    void writesEverythingOnce_howeverOftenItIsAsked() throws Exception {
        var server = new PostgresServer(folder.resolve("data"), Ports.free(), "secret");
        var process = server.start(DemoSeedIT::spawn);
        try {
            migrate(server);
            var data = new DemoData(Map.of());
            for (int times = 0; times < 2; times++) {
                try (var connection = server.connect("chat_api")) {
                    data.seed(connection, Clock.systemUTC());
                }
            }
            try (var connection = server.connect("chat_api")) {
                check(connection, data);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void check(Connection connection, DemoData data) throws SQLException {
        String demo = " where workspace_id = '" + data.workspaceId("demo") + "'";
        assertThat(one(connection, "select count(*) from workspace")).isEqualTo("2");
        assertThat(one(connection, "select count(*) from member" + demo)).isEqualTo("11");
        assertThat(one(connection, "select display_name from member" + demo + " and not active"))
                .isEqualTo("Ivan Petrov");
        assertThat(
                        one(
                                connection,
                                "select rate_per_second::int from phone_number where e164 = '+15005550006'"))
                .isEqualTo("200");
        assertThat(
                        one(
                                connection,
                                "select string_agg(name || ':' || coalesce(active_version, 0) || ':'"
                                        + " || (default_inbox_id is not null), ' ' order by name)"
                                        + " from workflow"
                                        + demo))
                .isEqualTo("Discharge:0:false Intake:2:true Reminder:1:false");
        assertThat(
                        one(
                                connection,
                                "select count(*) from workflow_version"
                                        + demo
                                        + " and published_at is null"))
                .isEqualTo("1");
    }

    private static void migrate(PostgresServer server) throws SQLException, IOException {
        try (var admin = server.connect("postgres")) {
            Databases.bootstrap(admin, "chat_api", "secret");
        }
        try (var files = Files.list(MIGRATIONS);
                var connection = server.connect("chat_api");
                var statement = connection.createStatement()) {
            for (Path file :
                    files.sorted(Comparator.comparingDouble(DemoSeedIT::version)).toList()) {
                statement.execute(
                        Files.readString(file)
                                .replace("${appRole}", "chat_api_app")
                                .replace("${relayRole}", "chat_api_relay"));
            }
        }
    }

    private static double version(Path file) {
        String name = file.getFileName().toString();
        return Double.parseDouble(name.substring(1, name.indexOf("__")).replace('_', '.'));
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Process spawn(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
