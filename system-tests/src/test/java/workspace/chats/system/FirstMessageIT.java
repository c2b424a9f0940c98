package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.email;
import static workspace.chats.system.ChatRequest.sms;
import static workspace.chats.system.ChatRequest.webChat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workspace.chats.client.model.MessageStatus;

/**
 * The first message of a chat, from the operator's click to the patient's phone and back to the
 * chat.
 */
class FirstMessageIT {

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");
    private final Operator operator = demo.as("operator");
    private final Phones phones = system.phones();
    private final Mailboxes mailboxes = system.mailboxes();
    private final String text = "Your visit " + UUID.randomUUID();

    @Test
    void aWebChatNeedsNobodyElse() {
        var chat = operator.creates(webChat());

        chat.answered("channel", "web-chat")
                .answered("initialMessageStatus", "none")
                .answered("messageCounts.total", "0")
                .answeredWithout("initialMessageError")
                .answeredWithout("assignment")
                .answeredWithout("call");
        assertThat(chat.answer().header("Location")).endsWith("/chats/" + chat.id());
        assertThat(chat.now()).isEqualTo(chat.answer().done());
    }

    @Test
    void aTextIsAcceptedWithinTheAnswerAndArrivesOnce() {
        var accepted =
                acceptedWithinTheAnswer(sms().to(demo.member("member")).from(demo.number("main")));

        accepted.chat()
                .answered("messageCounts.outbound", "1")
                .answeredWithout("initialMessageError");
        phones.gotOnceAndNoMore(accepted.text());
    }

    @Test
    void aMailIsAcceptedWithinTheAnswerAndArrivesOnce() {
        var accepted =
                acceptedWithinTheAnswer(
                        email().to(demo.member("member"))
                                .from(demo.inbox("frontdesk"))
                                .titled("Grüße aus der Praxis"));

        var mail = mailboxes.gotOnce(accepted.text());
        assertThat(mail.path("subject").asString()).isEqualTo("Grüße aus der Praxis");
        assertThat(mail.path("messageId").asString()).contains("@");
    }

    @Test
    void anOptOutKnownOnlyToTheProviderComesBackAsAReason() {
        var chat =
                operator.creates(
                        sms().to(demo.member("blocked")).from(demo.number("main")).saying(text));

        chat.becomes("initialMessageStatus", "failed")
                .hasNow("initialMessageError", "recipient_opted_out")
                .hasNow("needsResponse", "true")
                .hasNow("messageCounts.failed", "1");
        phones.neverGet(text);
    }

    @Test
    void aNumberThatDoesNotExistComesBackAsAReason() {
        var chat =
                operator.creates(
                        sms().to(demo.member("invalidPhone"))
                                .from(demo.number("main"))
                                .saying(text));

        chat.becomes("initialMessageError", "recipient_invalid");
        phones.neverGet(text);
    }

    @Test
    void aMailboxThatDoesNotExistComesBackAsAReason() {
        var chat =
                operator.creates(
                        email().to(demo.member("badMailbox"))
                                .from(demo.inbox("frontdesk"))
                                .saying(text));

        chat.becomes("initialMessageError", "recipient_invalid");
        mailboxes.neverGet(text);
    }

    @Test
    void whatIsMissingIsSaidInTheAnswer() {
        operator.creates(sms().to(demo.member("member")).saying(text))
                .answered("initialMessageStatus", "failed")
                .answered("initialMessageError", "missing_phone_number")
                .answered("needsResponse", "true");
        operator.creates(email().to(demo.member("member")).saying(text))
                .answered("initialMessageError", "missing_inbox");
        operator.creates(sms().to(demo.member("noContact")).from(demo.number("main")).saying(text))
                .answered("initialMessageError", "missing_recipient_phone");
        operator.creates(
                        email().to(demo.member("noContact"))
                                .from(demo.inbox("frontdesk"))
                                .saying(text))
                .answered("initialMessageError", "missing_recipient_email");
        phones.neverGet(text);
        mailboxes.neverGet(text);
    }

    @Test
    void aTestChatReachesNobody() {
        operator.creates(
                        sms().to(demo.member("member"))
                                .from(demo.number("main"))
                                .saying(text)
                                .asATest())
                .becomes("initialMessageStatus", "accepted")
                .hasNow("simulated", "true");
        operator.creates(
                        email().to(demo.member("member"))
                                .from(demo.inbox("frontdesk"))
                                .saying(text)
                                .asATest())
                .becomes("initialMessageStatus", "accepted")
                .hasNow("simulated", "true");

        phones.neverGet(text);
        mailboxes.neverGet(text);
    }

    @Test
    void whoDoesNotWantToWaitReadsTheOutcomeLater() {
        var request = sms().to(demo.member("member")).from(demo.number("main")).saying(text);

        var chat = operator.createsWithoutWaiting(request);

        chat.answered("initialMessageStatus", "pending")
                .becomes("initialMessageStatus", "accepted");
        assertThat(chat.answer().header("Preference-Applied")).isEqualTo("respond-async");
    }

    @Test
    void theWordNullArrivesAsItWasTyped() {
        var before = phones.texts("null");

        operator.creates(sms().to(demo.member("member")).from(demo.number("main")).saying("null"))
                .becomes("initialMessageStatus", "accepted");

        assertThat(phones.texts("null")).isEqualTo(before + 1);
    }

    private record Accepted(String text, Chat chat) {}

    /** The first one that is: services that have just started take longer than an answer waits. */
    private Accepted acceptedWithinTheAnswer(ChatRequest request) {
        return Eventually.within(
                Duration.ofSeconds(60),
                "an outcome within the answer",
                () -> says("Your visit " + UUID.randomUUID(), request),
                said ->
                        said.chat().answer().done().getInitialMessageStatus()
                                == MessageStatus.ACCEPTED);
    }

    private Accepted says(String words, ChatRequest request) {
        return new Accepted(words, operator.creates(request.saying(words)));
    }
}
