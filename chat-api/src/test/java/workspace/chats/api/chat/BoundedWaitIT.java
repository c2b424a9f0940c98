package workspace.chats.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

class BoundedWaitIT {

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String owner = workspace.human(null, null).toString();
    private final UUID patient = workspace.human(null, "patient@example.org");
    private final UUID inbox = workspace.inbox("desk@example.org");
    private final JdbcClient sql = JdbcClient.create(RunningApi.DATABASE.owner());

    @Test
    void answersWithTheOutcome_whenItComesInTime() {
        var answer = CompletableFuture.supplyAsync(() -> create("wait=10"));
        await().until(() -> settle("failed", "recipient_invalid") == 1);

        var created = answer.join();
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Preference-Applied")).isEqualTo("wait=10");
        assertThat(created.at("/initialMessageStatus")).isEqualTo("failed");
        assertThat(created.at("/initialMessageError")).isEqualTo("recipient_invalid");
    }

    @Test
    void answersPending_whenTheTimeIsOver() {
        var start = System.nanoTime();
        var created = create("wait=1");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(8));
        assertThat(created.at("/initialMessageStatus")).isEqualTo("pending");
        assertThat(created.header("Preference-Applied")).isEqualTo("wait=1");
    }

    @Test
    void doesNotWait_whenNobodyWantsTo() {
        var start = System.nanoTime();
        assertThat(create("respond-async").header("Preference-Applied")).isEqualTo("respond-async");
        assertThat(create("wait=0").header("Preference-Applied")).isEqualTo("wait=0");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void saysNothingOfPreferences_whenThereAreNone() {
        var created = api.post(workspace.chats(), owner, "{\"channel\": \"web-chat\"}");
        assertThat(created.header("Preference-Applied")).isEqualTo("none");
    }

    /** More callers wait than there are connections, and others still get theirs. */
    @Test
    void holdsNoConnectionMeanwhile() {
        var waiting =
                IntStream.range(0, 30)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () -> create("wait=10"), Thread::startVirtualThread))
                        .toList();
        await().until(() -> pending() == 30);

        var pool = api.bean(HikariDataSource.class).getHikariPoolMXBean();
        await().until(() -> pool.getActiveConnections() <= 1);
        assertThat(api.post(workspace.chats(), owner, "{\"channel\": \"web-chat\"}").status())
                .isEqualTo(201);
        settle("accepted", null);
        assertThat(waiting.stream().map(w -> w.join().at("/initialMessageStatus")))
                .containsOnly("accepted");
    }

    private Answer create(String prefer) {
        return api.post(
                workspace.chats(),
                owner,
                """
                {"channel": "email", "memberId": "%s", "inboxId": "%s", "assistantEnabled": false, "initialMessage": "Hello"}
                """
                        .formatted(patient, inbox),
                "Prefer",
                prefer);
    }

    /** As another instance would. */
    private int settle(String status, @Nullable String reason) {
        return sql.sql(
                        "update message set status = ?, reason = ? where workspace_id = ? and status = 'pending'")
                .param(status)
                .param(reason)
                .param(workspace.id())
                .update();
    }

    private long pending() {
        return sql.sql("select count(*) from message where workspace_id = ? and status = 'pending'")
                .param(workspace.id())
                .query(Long.class)
                .single();
    }
}
