package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.email;
import static workspace.chats.system.ChatRequest.sms;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What follows the first message: more of them, a second attempt, and the story of it all. */
class ConversationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");
    private final Operator operator = demo.as("operator");
    private final Phones phones = system.phones();
    private final Mailboxes mailboxes = system.mailboxes();
    private final String mark = UUID.randomUUID().toString();
    private final List<String> texts =
            IntStream.range(0, 10).mapToObj(i -> "No. " + i + " of " + mark).toList();

    @Test
    void textsArriveOnceEachInTheirOrder() {
        var chat = operator.creates(sms().to(demo.member("member")).from(demo.number("main")));

        texts.forEach(text -> post(chat, text));

        chat.becomes("messageCounts.outbound", "10").hasNow("messageCounts.failed", "0");
        Eventually.within(
                PATIENCE,
                "all texts in order",
                () ->
                        assertThat(phones.bodies().filter(this::isOurs))
                                .containsExactlyElementsOf(texts));
        Eventually.staysFor(
                Duration.ofSeconds(3),
                "no text twice",
                () ->
                        assertThat(phones.bodies().filter(this::isOurs))
                                .containsExactlyElementsOf(texts));
    }

    @Test
    void mailsArriveOnceEachInTheirOrder() {
        var chat =
                operator.creates(email().to(demo.member("member")).from(demo.inbox("frontdesk")));

        texts.forEach(text -> post(chat, text));

        Eventually.within(
                PATIENCE,
                "all mails in order",
                () ->
                        assertThat(mailboxes.texts().filter(this::isOurs))
                                .containsExactlyElementsOf(texts));
        assertThat(listed(chat)).isEqualTo(texts.reversed());
    }

    @Test
    void aRefusedMessageIsSentAgainOnDemandAndOnlyThen() {
        phones.refuse("Messages", 21211);
        var chat =
                operator.creates(
                        sms().to(demo.member("member")).from(demo.number("main")).saying(mark));
        chat.becomes("initialMessageError", "recipient_invalid");
        phones.neverGet(mark);

        var retried = operator.posts("/" + chat.id() + "/initial-message/retry", Map.of());

        assertThat(retried.status()).isEqualTo(202);
        assertThat(retried.body().path("initialMessageStatus").asString()).isEqualTo("pending");
        chat.becomes("initialMessageStatus", "accepted")
                .hasNothingAt("initialMessageError")
                .hasNow("messageCounts.failed", "0");
        phones.gotOnceAndNoMore(mark);
        assertThat(operator.posts("/" + chat.id() + "/initial-message/retry", Map.of()).status())
                .isEqualTo(409);
        assertThat(story(chat))
                .containsExactly(
                        "chat_created (absent) (absent)",
                        "message_created (absent) (absent)",
                        "message_status failed recipient_invalid",
                        "retry_requested pending (absent)",
                        "message_status accepted (absent)");
    }

    private void post(Chat chat, String text) {
        var reply = operator.posts("/" + chat.id() + "/messages", Map.of("text", text));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    private boolean isOurs(String text) {
        return text.endsWith(mark);
    }

    private List<String> listed(Chat chat) {
        return operator.looksAt("/" + chat.id() + "/messages")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("text").asString())
                .toList();
    }

    private List<String> story(Chat chat) {
        return operator.looksAt("/" + chat.id() + "/timeline")
                .body()
                .path("items")
                .valueStream()
                .map(step ->
                        String.join(
                                " ",
                                step.path("what").asString(),
                                step.path("status").asString("(absent)"),
                                step.path("reason").asString("(absent)")))
                .toList();
    }
}
