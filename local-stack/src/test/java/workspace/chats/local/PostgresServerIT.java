package workspace.chats.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the product's promises rest on: an acknowledged commit survives, and the server comes back.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresServerIT {

    private static final String DENIED = "permission denied";

    @TempDir private static Path folder;

    private PostgresServer server;
    private Process process;

    @BeforeAll
    void start() {
        server = new PostgresServer(folder.resolve("data"), Ports.free(), "it's secret");
        process = server.start(PostgresServerIT::spawn);
    }

    @AfterAll
    void stop() throws InterruptedException {
        PostgresServer.stop(process.toHandle());
        assertThat(process.waitFor(60, SECONDS)).isTrue();
        assertThat(server.running()).isEmpty();
    }

    @Test
    void keepsWhatItAcknowledged_byItsSettings() {
        assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "wal_level"))
                .map(setting -> one("show " + setting))
                .containsExactly("on", "on", "on", "logical");
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        assertThat(new PostgresServer(server.data(), server.port(), "wrong").isReady()).isFalse();
        assertThat(server.isReady()).isTrue();
    }

    @Test
    void isThePostmasterItself() {
        assertThat(server.running()).map(ProcessHandle::pid).contains(process.pid());
    }

    @Test
    void comesBackWithItsRows_afterSigkill() {
        one("create table survivor as select 42 as answer");
        process.destroyForcibly();
        process = server.start(PostgresServerIT::spawn);
        assertThat(one("select answer from survivor")).isEqualTo("42");
    }

    @Test
    void starts_thoughItsOldProcessIdNowBelongsToAStranger() throws Exception {
        Path lock = server.data().resolve("postmaster.pid");
        String left = Files.readString(lock);
        var children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));

        String stranger = Long.toString(ProcessHandle.current().pid());
        Files.writeString(lock, left.replaceFirst("\\d+", stranger));
        assertThat(server.running()).isEmpty();
        process = server.start(PostgresServerIT::spawn);

        assertThat(server.running()).map(ProcessHandle::pid).contains(process.pid());
    }

    @Test
    void givesAServiceItsDatabaseAndRoles_eachOnlyWhatItNeeds() throws SQLException {
        for (int times = 0; times < 2; times++) {
            try (var admin = server.connect("postgres")) {
                Databases.bootstrap(admin, "chat_api", "o'clock");
            }
        }
        as("chat_api_owner", "create table note (text text)");
        as("chat_api_owner", "alter table note enable row level security");
        as("chat_api_owner", "insert into note values ('of a workspace')");

        assertThat(as("chats_reader", "select count(*) from note")).isEqualTo("1");
        assertThatThrownBy(() -> as("chats_reader", "delete from note"))
                .hasMessageContaining(DENIED);
        assertThatThrownBy(() -> as("chat_api_app", "select count(*) from note"))
                .hasMessageContaining(DENIED);
        assertThatThrownBy(() -> as("chat_api_app", "create table mine (id int)"))
                .hasMessageContaining(DENIED);
        assertThat(one("select string_agg(rolname, ' ') from pg_roles where rolreplication"))
                .isEqualTo("postgres chat_api_relay");
    }

    private String one(String sql) {
        try (var connection = server.connect("postgres")) {
            return one(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private String as(String role, String sql) throws SQLException {
        try (var connection =
                DriverManager.getConnection(server.jdbcUrl("chat_api"), role, "o'clock")) {
            return one(connection, sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }

    private static Process spawn(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("postgres.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
