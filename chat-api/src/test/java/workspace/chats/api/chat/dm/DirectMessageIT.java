package workspace.chats.api.chat.dm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.Announced;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Rival;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.events.ChatEvent.Participant;
import workspace.chats.events.Role;

class DirectMessageIT {

    private static final RunningApi api = RunningApi.get();

    private final DataSource database = RunningApi.DATABASE.owner();
    private final JdbcClient sql = JdbcClient.create(database);
    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID operator = workspace.human(null, null, "dm:write");
    private final UUID member = workspace.human(null, null);
    private final UUID assistant = workspace.assistant();

    @Test
    void isMadeOnce_andFoundFromBothEnds() {
        var made = meet(operator, member);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(workspace.chats() + "/" + made.at("/id"));
        assertThat(api.get(made.header("Location"), member.toString()).text())
                .isEqualTo(made.text());

        for (var found : List.of(meet(operator, member), meet(member, operator))) {
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.header("Location")).isEqualTo("none");
            assertThat(found.text()).isEqualTo(made.text());
        }
        assertThat(chats()).isEqualTo(1);
    }

    @Test
    void hasExactlyTwoMembers_andTellsTheOthers() {
        workspace.defaultAssistant();
        var made = meet(operator, member);

        assertThat(made.at("/channel")).isEqualTo("web-chat");
        assertThat(made.at("/chatType")).isEqualTo("dm");
        assertThat(made.at("/ownerMemberId")).isEqualTo(operator.toString());
        assertThat(made.at("/memberId")).isEqualTo(member.toString());
        assertThat(made.at("/assistantEnabled")).isEqualTo("false");
        assertThat(made.json().at("/participants").size()).isEqualTo(2);
        var told = Announced.about(UUID.fromString(made.at("/id")));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().event().chatType()).isEqualTo("dm");
        assertThat(told.getFirst().event().participants())
                .containsExactly(
                        new Participant(operator, Role.OWNER),
                        new Participant(member, Role.MEMBER));
        assertThat(told.getFirst().event().sealed()).isNull();
    }

    @Test
    void needsNoScope_withAnAssistant_whoThenRunsIt() {
        var made = meet(member, assistant);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/assistantEnabled")).isEqualTo("true");
        assertThat(made.at("/assistantMemberId")).isEqualTo(assistant.toString());
        assertThat(made.at("/memberId")).isEqualTo(member.toString());
        assertThat(meet(member, assistant).at("/id")).isEqualTo(made.at("/id"));
        assertThat(meet(operator, assistant).at("/id")).isNotEqualTo(made.at("/id"));
    }

    @Test
    void mayNotBeBegunWithAPerson_withoutTheScope() {
        assertThat(meet(member, operator).status()).isEqualTo(403);
        assertThat(chats()).isZero();
    }

    @Test
    void isNotForOneself() {
        var refused = meet(operator, operator);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/field")).isEqualTo("memberId");
        assertThat(refused.at("/errors/0/code")).isEqualTo("yourself");
    }

    @Test
    void cannotTellUnknownFromInactiveAndForeignMembers() {
        var inactive = workspace.human(null, null);
        workspace.deactivate(inactive);
        var unknown = meet(operator, UUID.randomUUID());

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.at("/errors/0/field")).isEqualTo("memberId");
        assertThat(meet(operator, inactive).text()).isEqualTo(unknown.text());
        assertThat(meet(operator, new DemoWorkspace().human(null, null)).text())
                .isEqualTo(unknown.text());
        assertThat(chats()).isZero();
    }

    @Test
    void cannotBeToldFromAnUnknownWorkspace_byAStranger() {
        assertThat(api.post(workspace.chats() + "/dm", "nobody", body(member)).status())
                .isEqualTo(404);
        workspace.deactivate(operator);
        assertThat(meet(operator, member).text())
                .isEqualTo(api.post(workspace.chats() + "/dm", "nobody", body(member)).text());
    }

    @Test
    void canOnlyBeMadeHere() {
        var refused =
                api.post(
                        workspace.chats(),
                        operator.toString(),
                        "{\"channel\": \"web-chat\", \"chatType\": \"dm\"}");
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void tellsARepeaterTheSame_withTheStatusOfTheFirst() {
        var made = meet(operator, member, "Idempotency-Key", "made");
        var found = meet(operator, member, "Idempotency-Key", "found");

        var madeAgain = meet(operator, member, "Idempotency-Key", "made");
        assertThat(madeAgain.status()).isEqualTo(made.status()).isEqualTo(201);
        assertThat(madeAgain.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(madeAgain.header("Location")).isEqualTo(made.header("Location"));
        assertThat(madeAgain.text()).isEqualTo(made.text());
        var foundAgain = meet(operator, member, "Idempotency-Key", "found");
        assertThat(foundAgain.status()).isEqualTo(found.status()).isEqualTo(200);
        assertThat(foundAgain.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(meet(operator, assistant, "Idempotency-Key", "made").status()).isEqualTo(422);
    }

    @Test
    void sharesNoKeyWithAnotherRoute() {
        var chat =
                api.post(
                        workspace.chats(),
                        operator.toString(),
                        "{\"channel\": \"web-chat\"}",
                        "Idempotency-Key",
                        "k");
        var dm = meet(operator, member, "Idempotency-Key", "k");
        assertThat(dm.status()).isEqualTo(201);
        assertThat(dm.at("/id")).isNotEqualTo(chat.at("/id"));
    }

    @RepeatedTest(3)
    void isOneChat_for400CallersFromBothEnds() {
        var peer = workspace.human(null, null, "dm:write");
        var before = chats();
        var answers =
                IntStream.range(0, 400)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () ->
                                                i % 2 == 0
                                                        ? meetOnceThereIsRoom(operator, peer)
                                                        : meetOnceThereIsRoom(peer, operator),
                                        Thread::startVirtualThread))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.at("/id")).distinct()).hasSize(1);
        assertThat(chats() - before).isEqualTo(1);
        assertThat(Announced.about(UUID.fromString(answers.getFirst().at("/id")))).hasSize(1);
    }

    /** He looked and found nothing, and the other end was a moment faster. */
    @Test
    void isFound_whenTheOtherEndIsFaster() {
        var chat = UUID.fromString(meet(operator, assistant).at("/id"));
        var faster = new Rival(database);
        var slower =
                faster.during(() -> {
                    handOver(chat, member);
                    var waiting = CompletableFuture.supplyAsync(() -> meet(operator, member));
                    await().until(faster::isAwaited);
                    return waiting;
                });

        var found = slower.join();
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.at("/id")).isEqualTo(chat.toString());
        assertThat(chats()).isEqualTo(1);
    }

    private void handOver(UUID chat, UUID other) {
        sql.sql(
                        """
                        update dm_pair set lower_id = least(:one, :other), higher_id = greatest(:one, :other)
                        where chat_id = :chat
                        """)
                .param("one", operator)
                .param("other", other)
                .param("chat", chat)
                .update();
    }

    private Answer meet(UUID who, UUID whom, String... headers) {
        return api.post(workspace.chats() + "/dm", who.toString(), body(whom), headers);
    }

    /** A busy machine may have no connection to spare: then nothing was done, and it says so. */
    private Answer meetOnceThereIsRoom(UUID who, UUID whom) {
        var answer = meet(who, whom);
        while (answer.status() == 503) {
            answer = meet(who, whom);
        }
        return answer;
    }

    private static String body(UUID whom) {
        return "{\"memberId\": \"%s\"}".formatted(whom);
    }

    private long chats() {
        return RunningApi.DATABASE
                .reader()
                .sql("select count(*) from chat where workspace_id = ?")
                .param(workspace.id())
                .query(Long.class)
                .single();
    }
}
