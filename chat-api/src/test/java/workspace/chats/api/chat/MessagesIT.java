package workspace.chats.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import workspace.chats.events.ChatEvent.MessageCreated;
import workspace.chats.events.ChatEvent.MessageRequest;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.EventType;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.seal.Sealer;

class MessagesIT {

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID owner = workspace.human(null, null);
    private final UUID patient = workspace.human("+1 212 555 0123", "patient@example.org");
    private final String number = Numbers.next();
    private final JdbcClient sql = JdbcClient.create(RunningApi.DATABASE.owner());

    @Test
    void areListedNewestFirst_pageByPage() {
        var chat = create("web-chat");
        for (var text : List.of("one", "two", "three", "four", "five")) {
            post(chat, text);
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get(messages(chat) + "?limit=2" + cursor, owner.toString());
            assertThat(page.json().at("/items").size()).isLessThanOrEqualTo(2);
            page.json().at("/items").forEach(item -> seen.add(item.at("/text").asString()));
            cursor = page.json().has("nextCursor") ? "&cursor=" + page.at("/nextCursor") : "end";
        } while (!cursor.equals("end"));

        assertThat(seen).containsExactly("five", "four", "three", "two", "one");
    }

    @Test
    void refuseACursorThatIsNone_andALimitOutOfRange() {
        var chat = create("web-chat");
        var wrong = api.get(messages(chat) + "?limit=101&cursor=nonsense&page=2", owner.toString());

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(codes(wrong))
                .containsExactlyInAnyOrder(
                        "limit out_of_range", "cursor malformed_cursor", "page unknown_parameter");
        assertThat(wrong.text()).doesNotContain("nonsense");
    }

    @Test
    void showTheInitialOne() {
        var sender = workspace.number(number, 1);
        var chat =
                create(
                        "phone-sms",
                        sender,
                        ", \"assistantEnabled\": false, \"initialMessage\": \"Hi\"");

        var item = api.get(messages(chat), owner.toString()).json().at("/items/0");

        assertThat(item.propertyNames())
                .containsExactly(
                        "id",
                        "direction",
                        "authorMemberId",
                        "text",
                        "status",
                        "attempt",
                        "simulated",
                        "initial",
                        "createdAt",
                        "updatedAt");
        assertThat(item.at("/initial").asBoolean()).isTrue();
        assertThat(item.at("/text").asString()).isEqualTo("Hi");
        assertThat(item.at("/direction").asString()).isEqualTo("outbound");
    }

    @Test
    void goOutOnTheChannel_withTheirWordsSealed() {
        var sender = workspace.number(number, 2.5);
        var chat = create("phone-sms", sender, "");

        var posted = post(chat, "Come at nine");

        assertThat(posted.status()).isEqualTo(201);
        assertThat(posted.at("/status")).isEqualTo("pending");
        assertThat(posted.at("/initial")).isEqualTo("false");
        assertThat(posted.at("/authorMemberId")).isEqualTo(owner.toString());
        assertThat(posted.header("Preference-Applied")).isEqualTo("respond-async");
        var told = created(chat).getLast();
        var event = told.event();
        assertThat(told.sequence()).isEqualTo(2);
        assertThat(event.request())
                .isEqualTo(
                        new MessageRequest(
                                id(posted),
                                1,
                                sender,
                                2.5,
                                event.createdAt().plusSeconds(3_600),
                                null));
        assertThat(event.createdAt()).isEqualTo(posted.at("/createdAt"));
        assertThat(letter(told))
                .isEqualTo(new Letter("+12125550123", number, null, "Come at nine"));
        assertThat(show(chat).at("/messageCounts").toString())
                .isEqualTo("{\"total\":1,\"inbound\":0,\"outbound\":1,\"failed\":0}");
        assertThat(api.get(messages(chat), owner.toString()).json().at("/items/0"))
                .isEqualTo(posted.json());
    }

    @Test
    void goOutAsEmails_underTheChatsTitle() {
        var inbox = workspace.inbox("desk@example.org");
        var chat =
                create(
                        "email",
                        null,
                        ", \"inboxId\": \"%s\", \"title\": \"Knee\"".formatted(inbox));

        post(chat, "Come at nine");

        assertThat(letter(created(chat).getLast()))
                .isEqualTo(
                        new Letter(
                                "patient@example.org", "desk@example.org", "Knee", "Come at nine"));
    }

    @Test
    void areOnlyKept_inAWebChat() {
        var chat = create("web-chat");

        var out = post(chat, "Hello");
        var in = api.post(messages(chat), patient.toString(), "{\"text\": \"Hello back\"}");

        assertThat(out.at("/status")).isEqualTo("none");
        assertThat(out.at("/direction")).isEqualTo("outbound");
        assertThat(in.at("/direction")).isEqualTo("inbound");
        assertThat(created(chat))
                .hasSize(2)
                .allSatisfy(told -> {
                    assertThat(told.event().request()).isNull();
                    assertThat(told.event().sealed()).isNull();
                });
        assertThat(show(chat).at("/messageCounts").toString())
                .isEqualTo("{\"total\":2,\"inbound\":1,\"outbound\":1,\"failed\":0}");
        assertThat(show(chat).at("/initialMessageStatus").asString()).isEqualTo("none");
    }

    @Test
    void areKeptWithTheReason_whenTheyCannotGoOut() {
        var chat = create("phone-sms");

        var posted = post(chat, "Come at nine");

        assertThat(posted.status()).isEqualTo(201);
        assertThat(posted.at("/status")).isEqualTo("failed");
        assertThat(posted.at("/reason")).isEqualTo("missing_phone_number");
        assertThat(created(chat).getLast().event().request()).isNull();
        assertThat(show(chat).at("/needsResponse").asBoolean()).isTrue();
        assertThat(show(chat).at("/messageCounts/failed").asInt()).isEqualTo(1);
    }

    @Test
    void doNotGoOut_toWhoHasOptedOut() {
        var sender = workspace.number(number, 1);
        var chat = create("phone-sms", sender, "");
        workspace.optOut(sender, "+12125550123");

        assertThat(post(chat, "Come at nine").at("/reason")).isEqualTo("recipient_opted_out");
    }

    @Test
    void doNotGoOut_toWhoIsNoLongerActive() {
        var text = create("phone-sms", workspace.number(number, 1), "");
        var inbox = workspace.inbox("desk@example.org");
        var email = create("email", null, ", \"inboxId\": \"%s\"".formatted(inbox));
        workspace.deactivate(patient);

        assertThat(post(text, "Come at nine").at("/reason")).isEqualTo("missing_recipient_phone");
        assertThat(post(email, "Come at nine").at("/reason")).isEqualTo("missing_recipient_email");
        assertThat(created(text).getLast().event().request()).isNull();
        assertThat(created(email).getLast().event().request()).isNull();
    }

    @Test
    void goOutFromTheNumberThatTheWorkspaceGotMeanwhile_andTheChatKeepsIt() {
        var chat = create("phone-sms");
        var sender = workspace.number(number, 1);
        sql.sql("update workspace set default_phone_number_id = ? where id = ?")
                .params(sender, workspace.id())
                .update();

        assertThat(post(chat, "Come at nine").at("/status")).isEqualTo("pending");
        assertThat(show(chat).at("/phoneNumberId").asString()).isEqualTo(sender.toString());
    }

    @Test
    void areRefused_withEverythingThatIsWrong() {
        var sms = create("phone-sms");

        assertThat(codes(send(sms, "{\"text\": \" \", \"to\": \"+1\"}")))
                .containsExactlyInAnyOrder("text blank", "to unknown_field");
        assertThat(codes(send(sms, "{}"))).containsExactly("text required");
        assertThat(codes(send(sms, "{\"text\": 1}"))).containsExactly("text wrong_type");
        assertThat(codes(post(sms, "x".repeat(1_601)))).containsExactly("text too_long");
        assertThat(codes(post(create("web-chat"), "x".repeat(100_001))))
                .containsExactly("text too_long");
        assertThat(codes(post(create("phone-voice"), "Hello")))
                .containsExactly("text not_on_this_channel");
        assertThat(post(sms, "x".repeat(1_600)).status()).isEqualTo(201);
        assertThat(created(sms)).hasSize(1);
    }

    @Test
    void belongToThoseWhoMayWrite() {
        var chat = create("web-chat");
        var reader = workspace.human(null, null, "chats:read").toString();
        var writer = workspace.human(null, null, "chats:write").toString();
        var stranger = workspace.human(null, null).toString();
        var text = "{\"text\": \"Hello\"}";

        assertThat(api.post(messages(chat), writer, text).status()).isEqualTo(201);
        assertThat(api.post(messages(chat), reader, text).status()).isEqualTo(403);
        assertThat(api.get(messages(chat), reader).status()).isEqualTo(200);
        assertThat(api.post(messages(chat), stranger, text).status()).isEqualTo(404);
        assertThat(api.get(messages(chat), stranger).status()).isEqualTo(404);
        assertThat(created(chat)).hasSize(1);
    }

    @Test
    void answerWithTheOutcome_whenItComesInTime() {
        var chat = create("phone-sms", workspace.number(number, 1), "");
        try (var dispatcher = new Publisher()) {
            var posted =
                    await().until(() -> acceptedMeanwhile(dispatcher, chat), MessagesIT::isSettled);
            assertThat(posted.at("/status")).isEqualTo("accepted");
        }
    }

    @Test
    void areWrittenOnce_howeverOftenTheRequestIsSent() {
        var chat = create("phone-sms", workspace.number(number, 1), "");
        var key = UUID.randomUUID().toString();

        var first = send(chat, "Hello", key);
        var second = send(chat, "Hello", key);

        assertThat(first.header("Idempotency-Replayed")).isEqualTo("none");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(created(chat)).hasSize(1);
        assertThat(send(chat, "Something else", key).status()).isEqualTo(422);
    }

    /** Fifty people write at once while outcomes of earlier messages come in. */
    @Test
    void areCountedRight_andStandInOneOrder_howeverManyWriteAtOnce() {
        var chat = create("phone-sms", workspace.number(number, 1), "");
        try (var dispatcher = new Publisher()) {
            var posted =
                    IntStream.range(0, 50)
                            .mapToObj(i ->
                                    CompletableFuture.supplyAsync(
                                            () -> failing(dispatcher, chat, post(chat, "No. " + i)),
                                            Thread::startVirtualThread))
                            .toList();
            assertThat(posted.stream().map(p -> p.join().status())).hasSize(50).containsOnly(201);
        }

        await().untilAsserted(() ->
                assertThat(show(chat).at("/messageCounts").toString())
                        .isEqualTo("{\"total\":50,\"inbound\":0,\"outbound\":50,\"failed\":50}"));
        assertThat(version(chat)).isEqualTo(101);
        var events = created(chat);
        assertThat(events)
                .hasSize(50)
                .extracting(Told::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(events)
                .extracting(told -> told.event().createdAt())
                .isSortedAccordingTo(Comparator.naturalOrder())
                .doesNotHaveDuplicates();
    }

    private Answer acceptedMeanwhile(Publisher dispatcher, UUID chat) {
        int before = created(chat).size();
        var posted =
                CompletableFuture.supplyAsync(() ->
                        api.post(
                                messages(chat),
                                owner.toString(),
                                "{\"text\": \"Hello\"}",
                                "Prefer",
                                "wait=10"));
        await().until(() -> created(chat).size() > before);
        var message = created(chat).getLast().event().messageId();
        dispatcher.publish(
                new MessageAccepted(workspace.id(), chat, message, 1, false, Instant.now()));
        return posted.join();
    }

    /** Else the outcome did not come in time, on a slow machine. */
    private static boolean isSettled(Answer posted) {
        return !posted.at("/status").equals("pending");
    }

    private Answer failing(Publisher dispatcher, UUID chat, Answer posted) {
        dispatcher.publish(
                new MessageFailed(
                        workspace.id(),
                        chat,
                        id(posted),
                        1,
                        ReasonCode.RECIPIENT_INVALID,
                        "21211",
                        Instant.now()));
        return posted;
    }

    private UUID create(String channel) {
        return create(channel, null, "");
    }

    private UUID create(String channel, @Nullable UUID sender, String more) {
        return id(
                api.post(
                        workspace.chats(),
                        owner.toString(),
                        "{\"channel\": \"%s\", \"memberId\": \"%s\", \"phoneNumberId\": %s%s}"
                                .formatted(
                                        channel,
                                        patient,
                                        sender == null ? "null" : "\"" + sender + "\"",
                                        more),
                        "Prefer",
                        "respond-async"));
    }

    private Answer post(UUID chat, String text) {
        return send(chat, "{\"text\": \"%s\"}".formatted(text));
    }

    private Answer send(UUID chat, String json) {
        return api.post(messages(chat), owner.toString(), json, "Prefer", "respond-async");
    }

    private Answer send(UUID chat, String text, String key) {
        return api.post(
                messages(chat),
                owner.toString(),
                "{\"text\": \"%s\"}".formatted(text),
                "Idempotency-Key",
                key,
                "Prefer",
                "respond-async");
    }

    private JsonNode show(UUID chat) {
        return api.get(workspace.chats() + "/" + chat, owner.toString()).json();
    }

    private String messages(UUID chat) {
        return workspace.chats() + "/" + chat + "/messages";
    }

    private static List<Told<MessageCreated>> created(UUID chat) {
        return Announced.about(chat, EventType.MESSAGE_CREATED, MessageCreated.class);
    }

    private static @Nullable Letter letter(Told<MessageCreated> told) {
        var sealed = Objects.requireNonNull(told.event().sealed());
        return told.opened(api.bean(Sealer.class), sealed).letter();
    }

    private long version(UUID chat) {
        return sql.sql("select version from chat where id = ?")
                .param(chat)
                .query(Long.class)
                .single();
    }

    private static UUID id(Answer answer) {
        return UUID.fromString(answer.at("/id"));
    }

    private static List<String> codes(Answer answer) {
        return answer.json()
                .at("/errors")
                .valueStream()
                .map(e -> e.at("/field").asString() + " " + e.at("/code").asString())
                .toList();
    }
}
