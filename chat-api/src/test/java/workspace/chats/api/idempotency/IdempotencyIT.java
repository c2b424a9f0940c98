package workspace.chats.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.Announced;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.LockedMember;
import workspace.chats.api.testing.RunningApi;

class IdempotencyIT {

    private static final RunningApi api = RunningApi.get();
    private static final String WEB_CHAT = "{\"channel\": \"web-chat\", \"title\": \"Knee\"}";

    private final JdbcClient sql = JdbcClient.create(RunningApi.DATABASE.owner());
    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID owner = workspace.human(null, null);
    private final String key = UUID.randomUUID().toString();

    @Test
    void tellsARepeaterWhatTheFirstOneMade() {
        var first = create(WEB_CHAT);
        var second = create("{\"title\":\"Knee\", \"channel\":\"web-chat\", \"siteId\":null}");

        assertThat(first.header("Idempotency-Replayed")).isEqualTo("none");
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(chats()).isEqualTo(1);
        assertThat(Announced.about(UUID.fromString(first.at("/id")))).hasSize(1);
    }

    @Test
    void showsARepeaterTheChatAsItIsNow() {
        var first = create(WEB_CHAT);
        sql.sql("update chat set paused = true where workspace_id = ?")
                .param(workspace.id())
                .update();

        assertThat(first.at("/paused")).isEqualTo("false");
        assertThat(create(WEB_CHAT).at("/paused")).isEqualTo("true");
    }

    @Test
    void waitsForARepeater_asForTheFirst() {
        var text = text();
        assertThat(create(text, "Prefer", "wait=0").at("/initialMessageStatus"))
                .isEqualTo("pending");

        var repeated = CompletableFuture.supplyAsync(() -> create(text, "Prefer", "wait=10"));
        sql.sql("update message set status = 'accepted' where workspace_id = ?")
                .param(workspace.id())
                .update();
        assertThat(repeated.join().header("Preference-Applied")).isEqualTo("wait=10");
        assertThat(repeated.join().at("/initialMessageStatus")).isEqualTo("accepted");
    }

    @Test
    void refusesTheKey_whenItWasUsedForAnotherBody() {
        create(WEB_CHAT);
        var other = create("{\"channel\": \"web-chat\", \"title\": \"Hip\"}");

        assertProblem(other, 422);
        assertThat(create("{\"channel\": \"fax\"}").status()).isEqualTo(422);
        assertThat(chats()).isEqualTo(1);
    }

    @Test
    void belongsToItsCaller() {
        var another = workspace.human(null, null).toString();
        var mine = create(WEB_CHAT);
        var theirs = api.post(workspace.chats(), another, WEB_CHAT, "Idempotency-Key", key);

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.header("Idempotency-Replayed")).isEqualTo("none");
        assertThat(theirs.at("/id")).isNotEqualTo(mine.at("/id"));
    }

    @Test
    void belongsToItsWorkspace() {
        var elsewhere = new DemoWorkspace();
        var mine = create(WEB_CHAT);
        sql.sql(
                        "insert into member (workspace_id, id, kind, subject, display_name) values (?, ?, 'human', ?, 'Same')")
                .params(elsewhere.id(), UUID.randomUUID(), owner.toString())
                .update();
        var there = api.post(elsewhere.chats(), owner.toString(), WEB_CHAT, "Idempotency-Key", key);

        assertThat(there.status()).isEqualTo(201);
        assertThat(there.at("/id")).isNotEqualTo(mine.at("/id"));
    }

    @Test
    void forgetsWhatWasRefused() {
        assertThat(create("{\"channel\": \"fax\"}").status()).isEqualTo(400);
        assertThat(
                        create(
                                        "{\"channel\": \"web-chat\", \"memberId\": \"%s\"}"
                                                .formatted(new UUID(0, 1)))
                                .status())
                .isEqualTo(404);
        assertThat(kept()).isZero();

        assertThat(create(WEB_CHAT).status()).isEqualTo(201);
        assertThat(kept()).isEqualTo(1);
    }

    /** So that nobody gets a second chat because the first answer was lost on its way. */
    @Test
    void isKeptWithTheChat_orNotAtAll() {
        RunningApi.refusing(
                "chat", "false", () -> assertThat(create(WEB_CHAT).status()).isEqualTo(500));
        assertThat(kept()).isZero();
        RunningApi.refusing(
                "idempotency_key",
                "false",
                () -> assertThat(create(WEB_CHAT).status()).isEqualTo(500));
        assertThat(chats()).isZero();

        assertThat(create(WEB_CHAT).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\"a", "a/b", "CanaryJaneDoe!"})
    void refusesAMalformedKey_withoutQuotingIt(String malformed) {
        var refused =
                api.post(
                        workspace.chats(),
                        owner.toString(),
                        WEB_CHAT,
                        "Idempotency-Key",
                        malformed);

        assertProblem(refused, 400);
        assertThat(refused.at("/errors/0/field")).isEqualTo("Idempotency-Key");
        assertThat(refused.at("/errors/0/code")).isEqualTo("malformed_key");
        assertThat(refused.text()).doesNotContain("Canary");
        assertThat(chats()).isZero();
    }

    @Test
    void tellsAStrangerNothingOfKeys() {
        var stranger = api.post(workspace.chats(), "nobody", WEB_CHAT, "Idempotency-Key", "a b");
        assertThat(stranger.status()).isEqualTo(404);
    }

    @Test
    void answersATwinAtOnce_whileTheFirstStillRuns() {
        var locked = new LockedMember(RunningApi.DATABASE.owner(), owner);
        var first =
                locked.during(() -> {
                    var running = CompletableFuture.supplyAsync(() -> create(WEB_CHAT));
                    await().until(locked::somebodyWaits);
                    var twin = create(WEB_CHAT);
                    assertProblem(twin, 409);
                    assertThat(twin.header("Retry-After")).isEqualTo("1");
                    assertThat(running).isNotDone();
                    return running;
                });

        assertThat(first.join().status()).isEqualTo(201);
        assertThat(create(WEB_CHAT).at("/id")).isEqualTo(first.join().at("/id"));
        assertThat(chats()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void makesOneChat_for200TwinsAtOnce() {
        var answers =
                IntStream.range(0, 200)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        this::createOnceThereIsRoom, Thread::startVirtualThread))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409).contains(201);
        var made = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(made)
                .extracting(answer -> answer.at("/id"))
                .containsOnly(create(WEB_CHAT).at("/id"));
        assertThat(made)
                .filteredOn(answer -> answer.header("Idempotency-Replayed").equals("none"))
                .hasSize(1);
        assertThat(chats()).isEqualTo(1);
        assertThat(Announced.about(UUID.fromString(made.getFirst().at("/id")))).hasSize(1);
    }

    @Test
    void isForgottenAfterADay() {
        create(WEB_CHAT);
        age("23 hours");
        api.bean(OldKeys.class).forget();
        assertThat(kept()).isEqualTo(1);

        age("25 hours");
        api.bean(OldKeys.class).forget();
        assertThat(kept()).isZero();
    }

    private Answer create(String json, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Idempotency-Key";
        all[1] = key;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return api.post(workspace.chats(), owner.toString(), json, all);
    }

    /** A busy machine may have no connection to spare: then nothing was done, and it says so. */
    private Answer createOnceThereIsRoom() {
        var answer = create(WEB_CHAT);
        while (answer.status() == 503) {
            answer = create(WEB_CHAT);
        }
        return answer;
    }

    private String text() {
        return """
        {"channel": "email", "memberId": "%s", "inboxId": "%s", "assistantEnabled": false, "initialMessage": "Hello"}
        """
                .formatted(
                        workspace.human(null, "p@example.org"),
                        workspace.inbox("desk@example.org"));
    }

    private void age(String age) {
        sql.sql(
                        "update idempotency_key set created_at = now() - ?::interval where workspace_id = ?")
                .params(age, workspace.id())
                .update();
    }

    private long chats() {
        return rowsOf("chat");
    }

    private long kept() {
        return rowsOf("idempotency_key");
    }

    private long rowsOf(String table) {
        return RunningApi.DATABASE
                .reader()
                .sql("select count(*) from %s where workspace_id = ?".formatted(table))
                .param(workspace.id())
                .query(Long.class)
                .single();
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/detail").asString()).isNotBlank();
    }
}
