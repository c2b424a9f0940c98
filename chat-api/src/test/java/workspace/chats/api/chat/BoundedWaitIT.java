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

    /** Would they wait as long as others do, 3 s, one after the other, it were more than 10 s. */
    private static final int MANY = 5;

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String owner = workspace.human(null, null).toString();
    private final UUID patient = workspace.human(null, "patient@example.org");
    private final UUID inbox = workspace.inbox("desk@example.org");
    private final JdbcClient sql = JdbcClient.create(RunningApi.DATABASE.owner());

    @Test
    void answersWithTheOutcome_whenItComesInTime() {
        var created = await().until(this::createdWhileItFails, BoundedWaitIT::isSettled);
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
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(created.at("/initialMessageStatus")).isEqualTo("pending");
        assertThat(created.header("Preference-Applied")).isEqualTo("wait=1");
    }

    @Test
    void doesNotWait_whenNobodyWantsTo() {
        var waiting = startCreate("wait=10");
        for (int i = 0; i < MANY; i++) {
            assertThat(create("respond-async").header("Preference-Applied"))
                    .isEqualTo("respond-async");
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(create("wait=0").header("Preference-Applied")).isEqualTo("wait=0");
        }
        assertThat(waiting).isNotDone();
        settle("accepted", null);
        waiting.join();
    }

    @Test
    void saysNothingOfPreferences_whenThereAreNone() {
        var created = api.post(workspace.chats(), owner, "{\"channel\": \"web-chat\"}");
        assertThat(created.header("Preference-Applied")).isEqualTo("none");
    }

    /** More callers wait than there are connections, and others still get theirs. */
    @Test
    void holdsNoConnectionMeanwhile() {
        await().atMost(Duration.ofMinutes(3)).until(this::servesAnotherWhileAllWait);
    }

    /** Not when their time was over before: then it is to be seen another time. */
    private boolean servesAnotherWhileAllWait() {
        var waiting = IntStream.range(0, 30).mapToObj(_ -> startCreate("wait=10")).toList();
        await().until(() -> pending() == 30);

        var pool = api.bean(HikariDataSource.class).getHikariPoolMXBean();
        await().until(() -> pool.getActiveConnections() <= 1);
        assertThat(api.post(workspace.chats(), owner, "{\"channel\": \"web-chat\"}").status())
                .isEqualTo(201);
        var allWait = waiting.stream().noneMatch(CompletableFuture::isDone);
        settle("accepted", null);
        assertThat(waiting.stream().map(w -> w.join().at("/initialMessageStatus")))
                .isSubsetOf("accepted", "pending");
        return allWait;
    }

    private Answer createdWhileItFails() {
        var created = startCreate("wait=10");
        await().until(() -> settle("failed", "recipient_invalid") == 1);
        return created.join();
    }

    private CompletableFuture<Answer> startCreate(String prefer) {
        return CompletableFuture.supplyAsync(() -> create(prefer), Thread::startVirtualThread);
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

    /** Else it did not come in time, on a slow machine. */
    private static boolean isSettled(Answer answer) {
        return !answer.at("/initialMessageStatus").equals("pending");
    }

    private long pending() {
        return sql.sql("select count(*) from message where workspace_id = ? and status = 'pending'")
                .param(workspace.id())
                .query(Long.class)
                .single();
    }
}
