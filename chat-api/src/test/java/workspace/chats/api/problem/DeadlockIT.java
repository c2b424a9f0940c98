package workspace.chats.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

/** Of two that wait for each other PostgreSQL ends one. */
class DeadlockIT {

    private static final RunningApi api = RunningApi.get();
    private static final String DEADLOCK_DETECTED = "40P01";

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String member = workspace.human(null, null).toString();

    @Test
    void asksToComeAgain_whereItWasTheRequest() {
        api.post(workspace.chats(), member, "{\"channel\": \"web-chat\"}");
        var list = await().until(this::listInADeadlock, answer -> answer.status() != 200);
        assertThat(list.status()).isEqualTo(503);
        assertThat(list.header("Retry-After")).isEqualTo("1");
        assertThat(api.get(workspace.chats(), member).at("/total")).isEqualTo("1");
    }

    /**
     * PostgreSQL ends whoever finds out first. On a slow machine that may be the other one, and the
     * list gets what it asks for.
     */
    private Answer listInADeadlock() throws SQLException {
        try (var other = RunningApi.DATABASE.owner().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table chat in access exclusive mode");
            var list =
                    CompletableFuture.supplyAsync(
                            () -> api.get(workspace.chats(), member)); // reads participants first
            awaitSomebodyWaitingForChats();
            lockParticipants(statement);
            other.rollback();
            return list.join();
        }
    }

    private static void lockParticipants(Statement statement) throws SQLException {
        try {
            statement.execute("lock table participant in access exclusive mode");
        } catch (SQLException ended) {
            if (!DEADLOCK_DETECTED.equals(ended.getSQLState())) {
                throw ended;
            }
        }
    }

    private static void awaitSomebodyWaitingForChats() {
        var waiting =
                JdbcClient.create(RunningApi.DATABASE.owner())
                        .sql(
                                "select count(*) from pg_locks where not granted and relation = 'chat'::regclass");
        await().until(() -> waiting.query(Integer.class).single() > 0);
    }
}
