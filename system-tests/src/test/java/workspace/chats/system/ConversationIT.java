package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.email;
import static workspace.chats.system.ChatRequest.sms;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import workspace.chats.client.model.MessageResponse;
import workspace.chats.client.model.MessageStatus;

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

        texts.forEach(text -> operator.writes(chat, text));

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

        texts.forEach(text -> operator.writes(chat, text));

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

        var retried = operator.retries(chat);

        assertThat(retried.status()).isEqualTo(202);
        assertThat(retried.done().getInitialMessageStatus()).isEqualTo(MessageStatus.PENDING);
        chat.becomes("initialMessageStatus", "accepted")
                .hasNothingAt("initialMessageError")
                .hasNow("messageCounts.failed", "0");
        phones.gotOnceAndNoMore(mark);
        assertThat(operator.retries(chat).refused().status()).isEqualTo(409);
        assertThat(chat.story())
                .containsExactly(
                        "chat_created (absent) (absent)",
                        "message_created (absent) (absent)",
                        "message_status failed recipient_invalid",
                        "retry_requested pending (absent)",
                        "message_status accepted (absent)");
    }

    private boolean isOurs(String text) {
        return text.endsWith(mark);
    }

    private List<String> listed(Chat chat) {
        return operator.messages(chat).stream().map(MessageResponse::getText).toList();
    }
}
