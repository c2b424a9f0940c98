package workspace.chats.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.events.ReasonCode.PROVIDER_AUTH_FAILED;
import static workspace.chats.events.ReasonCode.PROVIDER_UNAVAILABLE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.dispatch.FakeSmtp;
import workspace.chats.messaging.effect.Answer;

/** By AUTH LOGIN, which takes three commands, of which two are no words of SMTP's. */
@Timeout(60)
class SmtpLoginTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Only where a reply that came too late before would end in the same answer. */
    private static final Duration HARDLY_ANY = Duration.ofMillis(600);

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Answer UNAVAILABLE = new Answer.NotSent(PROVIDER_UNAVAILABLE, null);

    private final AtomicLong nanos = new AtomicLong();
    private FakeSmtp server;
    private Duration replyTimeout = PATIENCE;

    @BeforeEach
    void start() throws IOException {
        server = new FakeSmtp().replies("EHLO", "250-fake\r\n250 AUTH LOGIN");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void isAccepted_afterAllThree() throws Exception {
        assertThat(send()).isEqualTo(new Answer.Accepted(null));
        assertThat(server.said()).containsSubsequence("AUTH LOGIN", "dXNlcg==", "c2VjcmV0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH LOGIN", FakeSmtp.USERNAME, FakeSmtp.PASSWORD})
    void wasNotSent_whenTheLineBreaksWhileItLogsIn(String step) throws Exception {
        server.cutsAt(step);

        assertThat(send()).isEqualTo(UNAVAILABLE);
        assertThat(server.connections()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH LOGIN", FakeSmtp.USERNAME, FakeSmtp.PASSWORD})
    void wasNotSent_whenNobodyAnswersTheCredentials(String step) throws Exception {
        server.hangsAt(step);
        replyTimeout = HARDLY_ANY;

        assertThat(send()).isEqualTo(UNAVAILABLE);
        server.awaitOneConnection();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH LOGIN, 504 5.5.4 not that way, 5.5.4",
        "USERNAME, 535 5.7.8 unknown, 5.7.8",
        "PASSWORD, 535 wrong, 535",
        "PASSWORD, 538 5.7.11 encrypt first, 5.7.11"
    })
    void isRefused_whenTheCredentialsAre(String step, String reply, String code) throws Exception {
        server.replies(step, reply);

        assertThat(send()).isEqualTo(new Answer.Refused(PROVIDER_AUTH_FAILED, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH LOGIN", FakeSmtp.USERNAME, FakeSmtp.PASSWORD})
    void goesNoFurther_whenItHasTakenTooLong(String step) throws Exception {
        server.before(step, this::passDeadline);

        assertThat(send()).isEqualTo(UNAVAILABLE);
        assertThat(server.said().getLast()).isEqualTo(lastSaid(step));
    }

    @Test
    void keepsARefusal_howeverLate() throws Exception {
        server.before(FakeSmtp.PASSWORD, this::passDeadline);
        server.replies(FakeSmtp.PASSWORD, "535 5.7.8 wrong");

        assertThat(send()).isEqualTo(new Answer.Refused(PROVIDER_AUTH_FAILED, "5.7.8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO", "MAIL", "RCPT", "DATA"})
    void saysNothingMore_afterALateReply(String step) throws Exception {
        server.before(step, this::passDeadline);

        assertThat(send()).isEqualTo(UNAVAILABLE);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void isAccepted_howeverLateTheReplyToTheFinalDot() throws Exception {
        server.before(".", this::passDeadline);

        assertThat(send()).isEqualTo(new Answer.Accepted(null));
    }

    private static String lastSaid(String step) {
        return switch (step) {
            case FakeSmtp.USERNAME -> "dXNlcg==";
            case FakeSmtp.PASSWORD -> "c2VjcmV0";
            default -> step;
        };
    }

    private void passDeadline() {
        nanos.addAndGet(DEADLINE.plusSeconds(1).toNanos());
    }

    private Answer send() throws Exception {
        var settings =
                new SmtpSettings(
                        "127.0.0.1",
                        server.port(),
                        "user",
                        "secret",
                        null,
                        PATIENCE,
                        replyTimeout,
                        DEADLINE);
        var smtp = new SmtpServer(settings, new SimpleMeterRegistry(), nanos::get);
        var from = new InternetAddress("desk@clinic.example");
        var to = new InternetAddress("zoe@patients.example");
        var mail = smtp.newMail(new UUID(0, 1), from);
        return smtp.deliver(mail.written(from, to, "Hello", "text", Instant.EPOCH), to);
    }
}
