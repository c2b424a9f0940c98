package workspace.chats.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.events.ReasonCode.DISPATCH_MISCONFIGURED;
import static workspace.chats.events.ReasonCode.PROVIDER_AUTH_FAILED;
import static workspace.chats.events.ReasonCode.PROVIDER_UNAVAILABLE;
import static workspace.chats.events.ReasonCode.RECIPIENT_INVALID;
import static workspace.chats.events.ReasonCode.SENDER_INVALID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import workspace.chats.dispatch.FakeSmtp;
import workspace.chats.dispatch.email.SmtpSettings.Starttls;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Answer;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.Look;
import workspace.chats.messaging.effect.LookWindow;
import workspace.chats.messaging.effect.Medium;

@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class SmtpEmailTest {

    private static final UUID EFFECT = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final String TO = "zoe@patients.example";
    private static final String FROM = "frontdesk@clinic.example";
    private static final String TEXT = "Dear Zoë,\n.\n..two dots\nFrom us\nall the best";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Only where a reply that came too late before would end in the same answer. */
    private static final Duration HARDLY_ANY = Duration.ofMillis(600);

    /** For the reply to the final dot; all those before it must come in that time. */
    private static final Duration LITTLE = Duration.ofSeconds(5);

    private static final Answer UNAVAILABLE = new Answer.NotSent(PROVIDER_UNAVAILABLE, null);
    private static final Answer UNKNOWN = new Answer.Unknown(null);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private FakeSmtp server;
    private Duration replyTimeout = PATIENCE;

    @BeforeEach
    void start() throws IOException {
        server = new FakeSmtp();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void handsOverTheWholeLetter() throws Exception {
        assertThat(send()).isEqualTo(new Answer.Accepted(null));

        var mail = mail(server.mails().getFirst());
        assertThat(mail.getMessageID()).isEqualTo("<" + EFFECT + "@clinic.example>");
        assertThat(mail.getSubject()).isEqualTo("Ihr Termin – für Zoë");
        assertThat(mail.getFrom()).singleElement().hasToString(FROM);
        assertThat(mail.getAllRecipients()).singleElement().hasToString(TO);
        assertThat(mail.getSentDate()).isEqualTo(NOW);
        assertThat(((String) mail.getContent()).replace("\r\n", "\n").strip()).isEqualTo(TEXT);
        assertThat(server.said()).contains("MAIL FROM:<" + FROM + ">", "RCPT TO:<" + TO + ">");
    }

    @Test
    void givesTheSameEffectTheSameMessageId() throws Exception {
        send();
        send();

        assertThat(mail(server.mails().getLast()).getMessageID())
                .isEqualTo(mail(server.mails().getFirst()).getMessageID());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    greeting | 554 5.7.1 go away                 | DISPATCH_MISCONFIGURED | 5.7.1
                    greeting | 554 no service here               | DISPATCH_MISCONFIGURED | 554
                    MAIL     | 550 5.1.8 who are you             | SENDER_INVALID         | 5.1.8
                    MAIL     | 553 5.1.7 bad sender              | SENDER_INVALID         | 5.1.7
                    MAIL     | 530 5.7.0 credentials first       | PROVIDER_AUTH_FAILED   | 5.7.0
                    MAIL     | 550 not you                       | SENDER_INVALID         | 550
                    MAIL     | 550 5.1.0 bad sender              | SENDER_INVALID         | 5.1.0
                    MAIL     | 501 5.1.3 bad syntax              | SENDER_INVALID         | 5.1.3
                    MAIL     | 553 5.7.1 not owned by user       | SENDER_INVALID         | 5.7.1
                    MAIL     | 550 5.7.1 may not send            | SENDER_INVALID         | 5.7.1
                    MAIL     | 530 5.7.57 log in first           | PROVIDER_AUTH_FAILED   | 5.7.57
                    RCPT     | 550 5.7.1 unable to relay         | MESSAGE_REJECTED       | 5.7.1
                    RCPT     | 553 5.7.1 sender address rejected | SENDER_INVALID         | 5.7.1
                    RCPT     | 550 5.0.0 no such user            | RECIPIENT_INVALID      | 5.0.0
                    RCPT     | 550 5.7.26 unauthenticated        | SENDER_INVALID         | 5.7.26
                    RCPT     | 552 5.3.4 too large               | MESSAGE_TOO_LONG       | 5.3.4
                    RCPT     | 550 5.9.9 never heard of          | MESSAGE_REJECTED       | 5.9.9
                    RCPT     | 550 5.1.1 no zoe@patients.example | RECIPIENT_INVALID      | 5.1.1
                    RCPT     | 550 5.1.2 no such domain          | RECIPIENT_INVALID      | 5.1.2
                    RCPT     | 551 5.1.6 moved                   | RECIPIENT_INVALID      | 5.1.6
                    RCPT     | 550 no such user                  | RECIPIENT_INVALID      | 550
                    RCPT     | 550 5.2.1 disabled                | RECIPIENT_UNREACHABLE  | 5.2.1
                    RCPT     | 552 5.2.2 full                    | RECIPIENT_MAILBOX_FULL | 5.2.2
                    RCPT     | 550 5.4.1 no route                | RECIPIENT_UNREACHABLE  | 5.4.1
                    RCPT     | 554 5.7.1 policy                  | MESSAGE_REJECTED       | 5.7.1
                    RCPT     | 599 5.9.9 never heard of          | MESSAGE_REJECTED       | 5.9.9
                    DATA     | 554 5.5.1 no valid recipients     | MESSAGE_REJECTED       | 5.5.1
                    .        | 552 5.3.4 too large               | MESSAGE_TOO_LONG       | 5.3.4
                    .        | 550 5.7.1 spam                    | MESSAGE_REJECTED       | 5.7.1
                    .        | 550 5.7.26 unauthenticated        | SENDER_INVALID         | 5.7.26
                    .        | 554 5.6.0 bad content             | MESSAGE_REJECTED       | 5.6.0
                    """)
    void isRefused_byAPermanentReply(String step, String reply, ReasonCode reason, String code) {
        server.replies(step, reply);

        assertThat(send()).isEqualTo(new Answer.Refused(reason, code));
        assertThat(server.connections()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    greeting | 421 4.3.2 shutting down    | PROVIDER_UNAVAILABLE   | 4.3.2
                    MAIL     | 451 4.3.0 trouble          | PROVIDER_UNAVAILABLE   | 4.3.0
                    MAIL     | 450 4.7.0 slow down        | PROVIDER_THROTTLED     | 4.7.0
                    RCPT     | 452 4.2.2 full for now     | RECIPIENT_MAILBOX_FULL | 4.2.2
                    RCPT     | 450 4.2.1 busy             | RECIPIENT_UNREACHABLE  | 4.2.1
                    RCPT     | 450 busy                   | RECIPIENT_UNREACHABLE  | 450
                    RCPT     | 450 4.0.0 busy             | RECIPIENT_UNREACHABLE  | 4.0.0
                    RCPT     | 450 4.3.2 closing          | PROVIDER_UNAVAILABLE   | 4.3.2
                    RCPT     | 450 4.4.1 no route now     | PROVIDER_UNAVAILABLE   | 4.4.1
                    RCPT     | 450 4.7.25 no name for you | PROVIDER_UNAVAILABLE   | 4.7.25
                    RCPT     | 451 4.7.1 greylisted       | PROVIDER_THROTTLED     | 4.7.1
                    RCPT     | 421 4.7.0 too many         | PROVIDER_THROTTLED     | 4.7.0
                    RCPT     | 421 closing                | PROVIDER_UNAVAILABLE   | 421
                    RCPT     | 499 4.9.9 never heard of   | PROVIDER_UNAVAILABLE   | 4.9.9
                    RCPT     | 451 5.1.1 contradicts      | PROVIDER_UNAVAILABLE   | 451
                    DATA     | 451 4.3.1 disk             | PROVIDER_UNAVAILABLE   | 4.3.1
                    .        | 452 4.3.1 disk             | PROVIDER_UNAVAILABLE   | 4.3.1
                    """)
    void wasNotSent_byATemporaryReply(String step, String reply, ReasonCode reason, String code) {
        server.replies(step, reply);

        assertThat(send()).isEqualTo(new Answer.NotSent(reason, code));
        assertThat(server.connections()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO", "MAIL", "RCPT", "DATA"})
    void wasNotSent_whenCutBeforeTheFinalDot(String step) {
        server.cutsAt(step);

        assertThat(send()).isEqualTo(UNAVAILABLE);
        assertThat(server.mails()).isEmpty();
        assertThat(server.connections()).isOne();
    }

    @Test
    void wasNotSent_whenCutWithinTheLetter() {
        server.cutsAt(FakeSmtp.BODY);
        var endless = new Letter(TO, FROM, "long", "more than any buffer holds ".repeat(1_000_000));

        assertThat(send(endless)).isEqualTo(UNAVAILABLE);
        assertThat(server.mails()).isEmpty();
    }

    /**
     * A short letter leaves together with its final dot: only the server knows where it was cut.
     */
    @Test
    void doesNotKnow_whenCutWithinALetterThatHadLeftWhole() {
        server.cutsAt(FakeSmtp.BODY);

        assertThat(send()).isEqualTo(UNKNOWN);
        assertThat(server.connections()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO", "MAIL", "RCPT", "DATA"})
    void wasNotSent_whenTheServerHangsBeforeTheFinalDot(String step) {
        server.hangsAt(step);
        replyTimeout = HARDLY_ANY;

        assertThat(send()).isEqualTo(UNAVAILABLE);
        server.awaitOneConnection();
    }

    @Test
    void doesNotKnow_whenCutAfterTheFinalDot() {
        server.cutsAt(".");

        assertThat(send()).isEqualTo(UNKNOWN);
        assertThat(server.mails()).hasSize(1);
        assertThat(server.connections()).isOne();
    }

    @Test
    void doesNotKnow_whenTheServerHangsAfterTheFinalDot() {
        server.hangsAt(".");
        replyTimeout = LITTLE;

        assertThat(send()).isEqualTo(UNKNOWN);
        server.awaitOneConnection();
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 4.3.2 closing", "what?", "251 perhaps", "354 more"})
    void doesNotKnow_whenTheReplyToTheFinalDotIsNoClearNo(String reply) {
        server.replies(".", reply);

        assertThat(send()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "hang"})
    void isAccepted_howeverTheParting(String parting) {
        if (parting.equals("cut")) {
            server.cutsAt("QUIT");
        } else {
            server.hangsAt("QUIT");
        }
        assertThat(send()).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void speaksToAServerThatKnowsNoExtensions() {
        server.replies("EHLO", "502 5.5.1 what");

        assertThat(send()).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void wasNotSent_whenNobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(send(settings("127.0.0.1", free, null, null))).isEqualTo(UNAVAILABLE);
        assertThat(send(settings("nowhere.invalid", free, null, Starttls.OFF)))
                .isEqualTo(UNAVAILABLE);
    }

    @Test
    void isRefused_whenTheServerDoesNotEvenSayHello() {
        server.replies("EHLO", "502 5.5.1 what").replies("HELO", "550 5.7.1 not from there");

        assertThat(send()).isEqualTo(new Answer.Refused(DISPATCH_MISCONFIGURED, "5.7.1"));
    }

    @Test
    void logsIn_whenThereAreCredentials() {
        assertThat(send(settings("127.0.0.1", server.port(), "user", null)))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(server.said()).anyMatch(line -> line.startsWith("AUTH PLAIN"));
    }

    @Test
    void doesNotLogIn_withoutCredentials() {
        send();

        assertThat(server.said()).isNotEmpty().noneMatch(line -> line.startsWith("AUTH"));
    }

    @ParameterizedTest
    @CsvSource({
        "535 5.7.8 no, 5.7.8",
        "534 5.7.9 not that way, 5.7.9",
        "538 5.7.11 encrypt first, 5.7.11",
        "504 5.5.4 not that way, 5.5.4",
        "550 no, 550"
    })
    void isRefused_whenTheCredentialsAre(String reply, String code) {
        server.replies("AUTH", reply);

        assertThat(send(settings("127.0.0.1", server.port(), "user", null)))
                .isEqualTo(new Answer.Refused(PROVIDER_AUTH_FAILED, code));
    }

    @Test
    void wasNotSent_whenTheCredentialsCannotBeCheckedNow() {
        server.replies("AUTH", "454 4.7.0 later");

        assertThat(send(settings("127.0.0.1", server.port(), "user", null)))
                .isEqualTo(new Answer.NotSent(PROVIDER_UNAVAILABLE, "4.7.0"));
    }

    @Test
    void wasNotSent_whenTheLineBreaksWhileItLogsIn() {
        server.cutsAt("AUTH");

        assertThat(send(settings("127.0.0.1", server.port(), "user", null))).isEqualTo(UNAVAILABLE);
    }

    @Test
    void wasNotSent_whenNobodyAnswersTheCredentials() {
        server.hangsAt("AUTH");
        replyTimeout = HARDLY_ANY;

        assertThat(send(settings("127.0.0.1", server.port(), "user", null))).isEqualTo(UNAVAILABLE);
    }

    @Test
    void isRefused_whenThereIsNoWayInCommonToLogIn() {
        server.replies("EHLO", "250-fake\r\n250 AUTH GSSAPI");

        assertThat(send(settings("127.0.0.1", server.port(), "user", null)))
                .isEqualTo(new Answer.Refused(PROVIDER_AUTH_FAILED, null));
    }

    @Test
    void saysNothingOfTheLetter_whenTheServerDoesNotEncrypt() {
        assertThat(send(settings("127.0.0.1", server.port(), null, Starttls.REQUIRED)))
                .isEqualTo(new Answer.NotSent(DISPATCH_MISCONFIGURED, null));
        assertThat(server.said()).isNotEmpty().noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void saysNothingOfTheLetter_whenTheEncryptionFails() {
        server.replies("EHLO", "250-fake\r\n250 STARTTLS");

        assertThat(send(settings("127.0.0.1", server.port(), null, Starttls.REQUIRED)))
                .isEqualTo(UNAVAILABLE);
        assertThat(server.said()).contains("STARTTLS").noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void wasNotSent_whenTheLineBreaksWhileItEncrypts() {
        server.replies("EHLO", "250-fake\r\n250 STARTTLS").cutsAt("STARTTLS");

        assertThat(send(settings("127.0.0.1", server.port(), null, Starttls.REQUIRED)))
                .isEqualTo(UNAVAILABLE);
    }

    @Test
    void beginsNothingAfterItsDeadline() {
        var late =
                new SmtpSettings(
                        "127.0.0.1",
                        server.port(),
                        null,
                        null,
                        null,
                        PATIENCE,
                        PATIENCE,
                        Duration.ofNanos(1));

        assertThat(send(late)).isEqualTo(UNAVAILABLE);
        assertThat(server.said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zoe",
                "zoe@",
                "a b@c.example",
                "a@b.example,c@d.example",
                "zoë@x.example"
            })
    void isRefused_withoutAConnection_whenTheAddressIsNone(String address) {
        assertThat(send(letter(address, FROM)))
                .isEqualTo(new Answer.Refused(RECIPIENT_INVALID, null));
        assertThat(send(letter(TO, address))).isEqualTo(new Answer.Refused(SENDER_INVALID, null));
        assertThat(server.connections()).isZero();
    }

    @Test
    void keepsASubjectFromBecomingAHeader() throws Exception {
        var sly = new Letter(TO, FROM, "Hello\r\nBcc: eve@example.com", "text");
        send(sly);

        assertThat(mail(server.mails().getFirst()).getHeader("Bcc")).isNull();
    }

    @Test
    void logsNothingPersonal(CapturedOutput output) {
        server.replies("RCPT", "550 5.1.1 <zoe@patients.example>: not here");
        send();

        assertThat(output).contains("mail was not accepted").doesNotContain("patients.example");
    }

    @Test
    void showsNoPassword() {
        assertThat(settings("h", 25, "user", null).toString()).isEqualTo("SmtpSettings[h:25]");
    }

    @Test
    void cannotBeAskedAfterwards() {
        var window = new LookWindow(NOW, NOW);
        assertThat(email(settings()).look(effect(), content(letter(TO, FROM)), window))
                .isEqualTo(new Look.NothingToAsk());
    }

    @Test
    void countsRepliesOfWhichOnlyTheFirstDigitIsKnown() {
        server.replies("RCPT", "550 5.1.1 no zoe");
        send();
        server.replies("RCPT", "550 5.7.1 unable to relay");
        send();
        server.replies("RCPT", "450 4.3.2 closing");
        send();
        server.replies("RCPT", "550 5.9.9 never heard of");
        send();

        assertThat(meters.find(SmtpServer.UNLISTED).counters())
                .singleElement()
                .satisfies(counter -> {
                    assertThat(counter.getId().getTag("code")).isEqualTo("550");
                    assertThat(counter.count()).isOne();
                });
    }

    private Answer send() {
        return send(settings());
    }

    private Answer send(SmtpSettings settings) {
        return email(settings).submit(effect(), content(letter(TO, FROM)));
    }

    private Answer send(Letter letter) {
        return email(settings()).submit(effect(), content(letter));
    }

    private SmtpEmail email(SmtpSettings settings) {
        return new SmtpEmail(settings, meters, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private SmtpSettings settings() {
        return settings("127.0.0.1", server.port(), null, null);
    }

    private SmtpSettings settings(
            String host, int port, @Nullable String user, @Nullable Starttls starttls) {
        var minute = Duration.ofMinutes(1);
        return new SmtpSettings(
                host, port, user, "secret", starttls, PATIENCE, replyTimeout, minute);
    }

    private static Letter letter(String to, String from) {
        return new Letter(to, from, "Ihr Termin – für Zoë", TEXT);
    }

    private static Confidential content(Letter letter) {
        return new Confidential(null, Map.of(), letter, null);
    }

    private static Effect effect() {
        return new Effect(
                EFFECT,
                EFFECT,
                EFFECT,
                EFFECT,
                1,
                Medium.EMAIL,
                EFFECT,
                NOW.plusSeconds(60),
                false,
                1);
    }

    private static MimeMessage mail(String written) throws Exception {
        var bytes = written.getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }
}
