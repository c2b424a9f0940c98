package workspace.chats.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

/** Of two that wait for each other PostgreSQL ends one. */
class DeadlockIT {

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String member = workspace.human(null, null).toString();

    @Test
    void asksToComeAgain_whereItWasTheRequest() throws SQLException {
        api.post(workspace.chats(), member, "{\"channel\": \"web-chat\"}");
        try (var other = RunningApi.DATABASE.owner().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table chat in access exclusive mode");
            var list =
                    CompletableFuture.supplyAsync(
                            () -> api.get(workspace.chats(), member)); // reads participants first
            awaitSomebodyWaitingForChats();
            statement.execute("lock table participant in access exclusive mode");
            assertThat(list.join().status()).isEqualTo(503);
            assertThat(list.join().header("Retry-After")).isEqualTo("1");
            other.rollback();
        }
        assertThat(api.get(workspace.chats(), member).at("/total")).isEqualTo("1");
    }

    private static void awaitSomebodyWaitingForChats() {
        var waiting =
                JdbcClient.create(RunningApi.DATABASE.owner())
                        .sql(
                                "select count(*) from pg_locks where not granted and relation = 'chat'::regclass");
        await().until(() -> waiting.query(Integer.class).single() > 0);
    }
}
