package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.LockedMember;
import workspace.chats.api.testing.Pool;
import workspace.chats.api.testing.RunningApi;

@ExtendWith(OutputCaptureExtension.class)
class AdmissionIT {

    private static final int ADMITTED = 500;

    /** Its listeners and its cleaning wait for connections too, and are counted. */
    private static final int OF_THE_GATEWAY_ITSELF = 10;

    private static final String WEB_CHAT = "{\"channel\": \"web-chat\"}";
    private static final Duration LESS_THAN_THE_POOL_DOES = Duration.ofSeconds(50);
    private static final RunningApi api = RunningApi.get();

    private final HikariDataSource pool = api.bean(HikariDataSource.class);
    private final long timeout = pool.getConnectionTimeout();
    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String owner = workspace.human(null, null).toString();

    /** Who comes is judged by how many wait, and not by how long a slow machine makes them wait. */
    @BeforeEach
    void hasTimeForAnyLine() {
        pool.setConnectionTimeout(Duration.ofMinutes(15).toMillis());
    }

    @AfterEach
    void hasNoMoreTimeThanBefore() {
        pool.setConnectionTimeout(timeout);
    }

    /** Until the issuer's keys have come, a gateway that has just started waits for those. */
    @BeforeEach
    void knowsTheKeys() {
        assertThat(api.get(workspace.chats(), owner).status()).isEqualTo(200);
    }

    @Test
    void letsFourHundredIn_whenTheyComeAtOnce(CapturedOutput logs) {
        var answers = answers(creates(400));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(chats()).isEqualTo(400);
        assertThat(ofRequests(logs)).doesNotContain(" ERROR ", "requests turned away");
    }

    @Test
    void turnsAwayTheRest_whenTooManyWait(CapturedOutput logs) throws SQLException {
        List<CompletableFuture<Answer>> creates;
        Answer pageWithoutToken;
        try (var _ = Pool.takenWhole()) {
            creates = creates(ADMITTED + 200);
            await().atMost(LESS_THAN_THE_POOL_DOES)
                    .until(() -> waiting() + done(creates) >= creates.size());
            pageWithoutToken = askFromAPage();
        }
        var answers = answers(creates);
        var created = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(created)
                .isGreaterThanOrEqualTo(ADMITTED - OF_THE_GATEWAY_ITSELF)
                .isEqualTo(chats());
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .hasSizeGreaterThan(150)
                .allSatisfy(AdmissionIT::isOverload);
        isOverload(pageWithoutToken);
        assertThat(pageWithoutToken.header("Access-Control-Expose-Headers"))
                .contains("Retry-After");
        assertThat(ofRequests(logs)).contains(" WARN ", "requests turned away");
        assertThat(ofRequests(logs)).doesNotContain(" ERROR ", "\tat ");
    }

    @Test
    void servesTheOthers_whenOneWorkspaceTakesAllItGets() {
        var other = new DemoWorkspace();
        var operator = other.human(null, null).toString();
        var locked = new LockedMember(RunningApi.DATABASE.owner(), UUID.fromString(owner));

        var creates =
                locked.during(() -> {
                    var flood = creates(50);
                    await().until(locked::somebodyWaits);
                    for (int i = 0; i < 20; i++) {
                        assertThat(api.post(other.chats(), operator, WEB_CHAT).status())
                                .isEqualTo(201);
                    }
                    return flood;
                });

        assertThat(answers(creates)).extracting(Answer::status).containsOnly(201);
    }

    /** Which is told to come again before anybody looks for its token. */
    private Answer askFromAPage() {
        return api.exchange(
                api.request(workspace.chats()).header("Origin", "https://app.example").build());
    }

    private int waiting() {
        return api.bean(Turns.class).waiting(workspace.id()) + Pool.awaited();
    }

    private static long done(List<CompletableFuture<Answer>> creates) {
        return creates.stream().filter(CompletableFuture::isDone).count();
    }

    private List<CompletableFuture<Answer>> creates(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(this::create, Thread::startVirtualThread))
                .toList();
    }

    private Answer create() {
        return api.post(workspace.chats(), owner, WEB_CHAT);
    }

    private static List<Answer> answers(List<CompletableFuture<Answer>> creates) {
        return creates.stream().map(CompletableFuture::join).toList();
    }

    private static void isOverload(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 30);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.at("/errors/0/code")).isEqualTo("overloaded");
        assertThat(answer.at("/requestId")).isEqualTo(answer.header("X-Request-Id"));
    }

    /** With their further lines; what else runs in this process has errors of its own. */
    private static String ofRequests(CapturedOutput logs) {
        return Arrays.stream(logs.getAll().split("\\R(?=\\d{4}-\\d\\d-)", -1))
                .filter(entry -> entry.contains("-handler-"))
                .collect(Collectors.joining("\n"));
    }

    private int chats() {
        return RunningApi.DATABASE
                .reader()
                .sql("select count(*) from chat where workspace_id = ?")
                .param(workspace.id())
                .query(Integer.class)
                .single();
    }
}
