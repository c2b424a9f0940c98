package workspace.chats.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import workspace.chats.api.outcome.Publisher;
import workspace.chats.api.testing.Announced;
import workspace.chats.api.testing.Announced.Told;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Numbers;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.events.ChatEvent.MessageRetryRequested;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageRetryRefused;
import workspace.chats.events.EventType;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.seal.Sealer;

class RetryIT {

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID owner = workspace.human(null, null);
    private final UUID patient = workspace.human("+1 212 555 0123", null);
    private final String e164 = Numbers.next();
    private final UUID number = workspace.number(e164, 2);
    private final JdbcClient sql = JdbcClient.create(RunningApi.DATABASE.owner());
    private final Publisher dispatcher = new Publisher();

    @AfterEach
    void disconnect() {
        dispatcher.close();
    }

    @Test
    void asksForTheNextAttempt_atTheAddressAsItIsNow() {
        var chat = failed(ReasonCode.RECIPIENT_INVALID);
        sql.sql("update member set phone = '+1 212 555 0199' where id = ?").param(patient).update();

        var answer = retry(chat, "{}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.at("/id")).isEqualTo(chat.toString());
        assertThat(answer.at("/initialMessageStatus")).isEqualTo("pending");
        assertThat(answer.at("/initialMessageError")).isEqualTo("null");
        assertThat(answer.at("/messageCounts/failed")).isEqualTo("0");
        assertThat(answer.at("/needsResponse")).isEqualTo("true");
        var told = onlyWish(chat);
        var wish = told.event();
        assertThat(told.sequence()).isEqualTo(3);
        assertThat(wish.confirmUnknown()).isFalse();
        assertThat(wish.request().id()).isEqualTo(message(chat));
        assertThat(wish.request().attempt()).isEqualTo(2);
        assertThat(wish.request().senderId()).isEqualTo(number);
        assertThat(wish.request().ratePerSecond()).isEqualTo(2);
        assertThat(wish.request().expiresAt()).isAfter(Instant.now().plusSeconds(3_500));
        assertThat(
                        told.opened(api.bean(Sealer.class), Objects.requireNonNull(wish.sealed()))
                                .letter())
                .isEqualTo(new Letter("+12125550199", e164, null, "Hello"));
    }

    @Test
    void letsNoLateResultOfTheOldAttemptUndoTheNewOne() {
        var chat = failed(ReasonCode.RECIPIENT_INVALID);
        retry(chat, "{}");

        dispatcher.publish(accepted(chat, 1), failure(chat, 1, ReasonCode.DELIVERY_FAILED));
        dispatcher.publish(failure(chat, 2, ReasonCode.DISPATCH_FAILED));

        awaitStatus(chat, "failed");
        assertThat(show(chat).at("/initialMessageError").asString()).isEqualTo("dispatch_failed");
        assertThat(show(chat).at("/messageCounts/failed").asInt()).isEqualTo(1);
        retry(chat, "{}");
        dispatcher.publish(accepted(chat, 3));
        awaitStatus(chat, "accepted");
        assertThat(show(chat).at("/messageCounts/failed").asInt()).isZero();
    }

    @Test
    void goesBackToTheLastAttempt_whenTheLedgerRefuses() {
        var chat = failed(ReasonCode.MESSAGE_EXPIRED);
        retry(chat, "{}");

        dispatcher.publish(refused(chat, 2, 1), accepted(chat, 1));

        awaitStatus(chat, "accepted");
        assertThat(attempt(chat)).isEqualTo(1);
        assertThat(show(chat).at("/messageCounts/failed").asInt()).isZero();
    }

    @Test
    void failsAgain_whenTheLedgerWantsToKnowWhetherAnybodyAsked() {
        var chat = failed(ReasonCode.MESSAGE_EXPIRED);
        retry(chat, "{}");

        dispatcher.publish(refused(chat, 2, 1), failure(chat, 1, ReasonCode.OUTCOME_UNKNOWN));

        awaitStatus(chat, "failed");
        assertThat(show(chat).at("/initialMessageError").asString()).isEqualTo("outcome_unknown");
        assertThat(show(chat).at("/messageCounts/failed").asInt()).isEqualTo(1);
        assertThat(conflict(retry(chat, "{}"))).isEqualTo("unconfirmed");
        assertThat(retry(chat, "{\"confirmUnknown\": true}").status()).isEqualTo(202);
        var wish = wishes(chat).getLast().event();
        assertThat(wish.confirmUnknown()).isTrue();
        assertThat(wish.request().attempt()).isEqualTo(2);
    }

    @Test
    void mends_whatWasMissingWhenTheChatWasCreated() {
        var chat = create("");
        assertThat(show(chat).at("/initialMessageError").asString())
                .isEqualTo("missing_phone_number");
        assertThat(conflict(retry(chat, "{}"))).isEqualTo("missing_phone_number");
        sql.sql("update workspace set default_phone_number_id = ? where id = ?")
                .params(number, workspace.id())
                .update();

        var answer = retry(chat, "{}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.at("/phoneNumberId")).isEqualTo(number.toString());
        assertThat(onlyWish(chat).event().request().attempt()).isEqualTo(2);
    }

    @Test
    void isRefused_whenItIsKnownHereThatItCannotBe() {
        var pending = create(number.toString());
        assertThat(conflict(retry(pending, "{}"))).isEqualTo("under_way");
        dispatcher.publish(accepted(pending, 1));
        awaitStatus(pending, "accepted");
        assertThat(conflict(retry(pending, "{}"))).isEqualTo("not_failed");

        var optedOut = failed(ReasonCode.RECIPIENT_OPTED_OUT);
        workspace.optOut(number, "+12125550123");
        assertThat(conflict(retry(optedOut, "{}"))).isEqualTo("recipient_opted_out");

        var webChat = api.post(workspace.chats(), owner.toString(), "{\"channel\": \"web-chat\"}");
        assertThat(conflict(retry(UUID.fromString(webChat.at("/id")), "{}")))
                .isEqualTo("no_initial_message");
        assertThat(wishes(pending)).isEmpty();
        assertThat(wishes(optedOut)).isEmpty();
    }

    @Test
    void isRefused_whenTheMemberIsNoLongerActive() {
        var chat = failed(ReasonCode.RECIPIENT_INVALID);
        workspace.deactivate(patient);

        assertThat(conflict(retry(chat, "{}"))).isEqualTo("missing_recipient_phone");
        assertThat(wishes(chat)).isEmpty();
        assertThat(attempt(chat)).isEqualTo(1);
    }

    @Test
    void needsNoBody_butTakesNoStrangeOne() {
        var chat = failed(ReasonCode.RECIPIENT_INVALID);

        assertThat(retry(chat, "{\"confirm\": true}").status()).isEqualTo(400);
        assertThat(retry(chat, "{\"confirmUnknown\": \"yes\"}").status()).isEqualTo(400);
        assertThat(
                        api.send(
                                        api.request(path(chat), owner.toString())
                                                .POST(BodyPublishers.noBody()))
                                .status())
                .isEqualTo(202);
        assertThat(conflict(retry(chat, ""))).isEqualTo("under_way");
    }

    @Test
    void refusesABodyThatIsNotJson_andWishesNothing() {
        var chat = failed(ReasonCode.RECIPIENT_INVALID);

        assertThat(
                        api.send(
                                        api.request(path(chat), owner.toString())
                                                .setHeader("Content-Type", "text/plain")
                                                .POST(BodyPublishers.ofString("anything")))
                                .status())
                .isEqualTo(415);
        assertThat(show(chat).at("/initialMessageStatus").asString()).isEqualTo("failed");
    }

    @Test
    void belongsToThoseWhoMayWrite() {
        var chat = failed(ReasonCode.RECIPIENT_INVALID);
        var reader = workspace.human(null, null, "chats:read").toString();
        var stranger = workspace.human(null, null).toString();

        assertThat(api.post(path(chat), reader, "{}").status()).isEqualTo(403);
        assertThat(api.post(path(chat), stranger, "{}").status()).isEqualTo(404);
        assertThat(wishes(chat)).isEmpty();
    }

    @Test
    void isWishedOnce_howeverManyClickAtOnce() {
        var chat = failed(ReasonCode.RECIPIENT_INVALID);

        var answers =
                IntStream.range(0, 10)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () -> retry(chat, "{}").status(),
                                        Thread::startVirtualThread))
                        .toList();

        assertThat(answers.stream().map(CompletableFuture::join).sorted())
                .containsExactly(202, 409, 409, 409, 409, 409, 409, 409, 409, 409);
        assertThat(wishes(chat)).hasSize(1);
    }

    @Test
    void isWishedOnce_howeverOftenTheRequestIsSent() {
        var chat = failed(ReasonCode.RECIPIENT_INVALID);
        var key = UUID.randomUUID().toString();

        var first = api.post(path(chat), owner.toString(), "{}", "Idempotency-Key", key);
        var second = api.post(path(chat), owner.toString(), "{}", "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(wishes(chat)).hasSize(1);
    }

    @Test
    void standsInTheTimeline_withAllThatHappened() {
        var chat = failed(ReasonCode.RECIPIENT_INVALID);
        retry(chat, "{}");
        dispatcher.publish(refused(chat, 2, 1), failure(chat, 1, ReasonCode.OUTCOME_UNKNOWN));
        awaitStatus(chat, "failed");
        retry(chat, "{\"confirmUnknown\": true}");
        dispatcher.publish(accepted(chat, 2));
        awaitStatus(chat, "accepted");

        assertThat(steps(chat, ""))
                .containsExactly(
                        "chat_created null null null",
                        "message_created null null null",
                        "message_status 1 failed recipient_invalid",
                        "retry_requested 2 pending null",
                        "retry_refused 2 null null",
                        "message_status 1 failed outcome_unknown",
                        "retry_requested 2 pending null",
                        "message_status 2 accepted null");
        var first = timeline(chat, "?limit=3");
        assertThat(steps(first)).hasSize(3);
        assertThat(steps(chat, "?limit=100&cursor=" + first.at("/nextCursor")))
                .hasSize(5)
                .first()
                .isEqualTo("retry_requested 2 pending null");
    }

    @Test
    void followsAChatThatFailedAtOnce_inItsTimeline() {
        assertThat(steps(create(""), ""))
                .containsExactly(
                        "chat_created null null null",
                        "message_created null null null",
                        "message_status 1 failed missing_phone_number");
    }

    private UUID failed(ReasonCode reason) {
        var chat = create(number.toString());
        dispatcher.publish(failure(chat, 1, reason));
        awaitStatus(chat, "failed");
        return chat;
    }

    private UUID create(@Nullable String sender) {
        var from = sender == null || sender.isEmpty() ? "null" : "\"" + sender + "\"";
        var created =
                api.post(
                        workspace.chats(),
                        owner.toString(),
                        """
                        {"channel": "phone-sms", "memberId": "%s", "phoneNumberId": %s, "assistantEnabled": false,
                         "initialMessage": "Hello"}
                        """
                                .formatted(patient, from),
                        "Prefer",
                        "respond-async");
        return UUID.fromString(created.at("/id"));
    }

    private void awaitStatus(UUID chat, String status) {
        await().untilAsserted(() ->
                assertThat(show(chat).at("/initialMessageStatus").asString()).isEqualTo(status));
    }

    private Answer retry(UUID chat, String json) {
        return api.post(path(chat), owner.toString(), json);
    }

    private String path(UUID chat) {
        return workspace.chats() + "/" + chat + "/initial-message/retry";
    }

    private JsonNode show(UUID chat) {
        return api.get(workspace.chats() + "/" + chat, owner.toString()).json();
    }

    private Answer timeline(UUID chat, String query) {
        return api.get(workspace.chats() + "/" + chat + "/timeline" + query, owner.toString());
    }

    private List<String> steps(UUID chat, String query) {
        return steps(timeline(chat, query));
    }

    private static List<String> steps(Answer timeline) {
        return timeline.json()
                .at("/items")
                .valueStream()
                .map(step ->
                        String.join(
                                " ",
                                step.at("/what").asString(),
                                step.at("/attempt").asString("null"),
                                step.at("/status").asString("null"),
                                step.at("/reason").asString("null")))
                .toList();
    }

    private MessageAccepted accepted(UUID chat, int attempt) {
        return new MessageAccepted(
                workspace.id(), chat, message(chat), attempt, false, Instant.now());
    }

    private MessageFailed failure(UUID chat, int attempt, ReasonCode reason) {
        return new MessageFailed(
                workspace.id(), chat, message(chat), attempt, reason, null, Instant.now());
    }

    private MessageRetryRefused refused(UUID chat, int attempt, int standing) {
        return new MessageRetryRefused(
                workspace.id(), chat, message(chat), attempt, standing, Instant.now());
    }

    private UUID message(UUID chat) {
        return sql.sql("select id from message where chat_id = ? and initial")
                .param(chat)
                .query(UUID.class)
                .single();
    }

    private int attempt(UUID chat) {
        return sql.sql("select attempt from message where chat_id = ? and initial")
                .param(chat)
                .query(Integer.class)
                .single();
    }

    private static String conflict(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        return answer.at("/errors/0/code");
    }

    private static Told<MessageRetryRequested> onlyWish(UUID chat) {
        assertThat(wishes(chat)).hasSize(1);
        return wishes(chat).getFirst();
    }

    private static List<Told<MessageRetryRequested>> wishes(UUID chat) {
        return Announced.about(
                chat, EventType.MESSAGE_RETRY_REQUESTED, MessageRetryRequested.class);
    }
}
