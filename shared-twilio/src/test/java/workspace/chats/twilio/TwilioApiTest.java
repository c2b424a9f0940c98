package workspace.chats.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static workspace.chats.events.ReasonCode.DISPATCH_MISCONFIGURED;
import static workspace.chats.events.ReasonCode.MESSAGE_REJECTED;
import static workspace.chats.events.ReasonCode.PROVIDER_AUTH_FAILED;
import static workspace.chats.events.ReasonCode.PROVIDER_THROTTLED;
import static workspace.chats.events.ReasonCode.PROVIDER_UNAVAILABLE;
import static workspace.chats.events.ReasonCode.RECIPIENT_OPTED_OUT;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.messaging.effect.Answer;

@Timeout(90)
class TwilioApiTest {

    private static final String TO = "+15005550009";
    private static final String FROM = "+15005550006";

    /** No answer that comes is late, on a busy machine either. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** So soon that no request has made room for another. */
    private static final Duration LESS_THAN_PATIENCE = Duration.ofSeconds(30);

    /** For who waits in vain. */
    private static final Duration HASTE = Duration.ofSeconds(3);

    /** 64 submissions and 16 looks by default. */
    private static final int AS_MANY_AS_THE_LEDGER_HAS = 80;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private FakeTwilio twilio;

    @BeforeEach
    void start() throws IOException {
        twilio = new FakeTwilio();
    }

    @AfterEach
    void stop() throws IOException {
        twilio.close();
    }

    @Test
    void sendsOneRequest_toTheBaseUrlOfTheSettings() throws IOException {
        assertThat(send("Hello, Zoë")).isEqualTo(new Answer.Accepted("SM1"));

        var request = twilio.received().getFirst();
        assertThat(twilio.received()).hasSize(1);
        assertThat(request.line())
                .isEqualTo("POST /2010-04-01/Accounts/AC1/Messages.json HTTP/1.1");
        assertThat(request.authorization()).isEqualTo("Basic QUMxOnNlY3JldA==");
        assertThat(request.form()).isEqualTo(Map.of("To", TO, "From", FROM, "Body", "Hello, Zoë"));
    }

    @Test
    void sendsTheTextNull_whichTheSdkAloneLeavesOut() throws IOException {
        assertThat(send("null")).isEqualTo(new Answer.Accepted("SM1"));

        assertThat(twilio.received().getFirst().form()).containsEntry("Body", "null");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 302})
    void doesNotSendTwice_andDoesNotKnow_whenTwilioAnswersWithAServerError(int status)
            throws IOException {
        twilio.does(FakeTwilio.answer(status, "<html>Bad gateway for " + TO + "</html>"));

        assertOnceAnd(new Answer.Unknown(null));
    }

    @Test
    void keepsTheNumberOfAServerError() throws IOException {
        twilio.does(FakeTwilio.answer(503, error(20503, 503)));

        assertOnceAnd(new Answer.Unknown("20503"));
    }

    @Test
    void doesNotSendTwice_whenTwilioAsksToSlowDown() throws IOException {
        twilio.does(FakeTwilio.answer(429, error(20429, 429)));

        assertOnceAnd(new Answer.NotSent(PROVIDER_THROTTLED, "20429"));
    }

    @Test
    void doesNotSendTwice_whenTheAnswerNeverComes() throws IOException {
        twilio.does(FakeTwilio.hang());

        assertThat(sendInHaste(twilio.url())).isEqualTo(new Answer.Unknown(null));
        assertThat(twilio.received()).hasSize(1);
    }

    @Test
    void doesNotSendTwice_whenTheConnectionIsReset() throws IOException {
        twilio.does(FakeTwilio.reset());

        assertOnceAnd(new Answer.Unknown(null));
    }

    @Test
    void doesNotSendTwice_whenTheConnectionIsCutBeforeTheAnswer() throws IOException {
        twilio.does(FakeTwilio.cut());

        assertOnceAnd(new Answer.Unknown(null));
    }

    @Test
    void doesNotSendTwice_whenTheAnswerIsCutShort() throws IOException {
        twilio.does(FakeTwilio.cutWithinTheAnswer());

        assertOnceAnd(new Answer.Unknown(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"sid\":", "null"})
    void doesNotKnow_whenASuccessCannotBeRead(String garbled) throws IOException {
        twilio.does(FakeTwilio.answer(201, garbled));

        assertOnceAnd(new Answer.Unknown(null));
    }

    @Test
    void namesTheReason_andNothingOfTwiliosWords_whenRefused() throws IOException {
        twilio.does(FakeTwilio.answer(400, error(21610, 400)));

        assertOnceAnd(new Answer.Refused(RECIPIENT_OPTED_OUT, "21610"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"code\":\"x\"}", "{\"code\":99999999999}", "[1]", "7"})
    void takesTheStatus_whenARefusalCannotBeRead(String garbled) throws IOException {
        twilio.does(FakeTwilio.answer(400, garbled));

        assertOnceAnd(new Answer.Refused(MESSAGE_REJECTED, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void blamesOurCredentials_whenTheyAreRefusedWithoutACode(int status) throws IOException {
        twilio.does(FakeTwilio.answer(status, ""));

        assertOnceAnd(new Answer.Refused(PROVIDER_AUTH_FAILED, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 407})
    void blamesOurSettings_whenSomethingElseThanTwilioRefuses(int status) throws IOException {
        twilio.does(FakeTwilio.answer(status, "<html>not here</html>"));

        assertOnceAnd(new Answer.Refused(DISPATCH_MISCONFIGURED, null));
    }

    @Test
    void countsACodeThatTheTableLacks() throws IOException {
        twilio.does(FakeTwilio.answer(400, error(29999, 400)));

        assertOnceAnd(new Answer.Refused(MESSAGE_REJECTED, "29999"));
        assertThat(meters.counter(TwilioCodes.UNLISTED, "code", "29999").count()).isOne();
    }

    @Test
    void wasNotSent_whenNobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(send(URI.create("http://127.0.0.1:" + free)))
                .isEqualTo(new Answer.NotSent(PROVIDER_UNAVAILABLE, null));
    }

    @Test
    void wasNotSent_whenTheHostHasNoAddress() throws IOException {
        assertThat(send(URI.create("http://nowhere.invalid")))
                .isEqualTo(new Answer.NotSent(PROVIDER_UNAVAILABLE, null));
    }

    @Test
    void wasNotSent_whenTheTlsHandshakeFails() throws IOException {
        var plain = URI.create("https://127.0.0.1:" + twilio.url().getPort());

        assertThat(sendInHaste(plain)).isEqualTo(new Answer.NotSent(PROVIDER_UNAVAILABLE, null));
        assertThat(twilio.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 407, 502, 503, 504})
    void wasNotSent_whenAProxyDoesNotLeadToTwilio(int status) throws IOException {
        twilio.does(FakeTwilio.answer(status, "<html>no way to " + TO + "</html>"));

        assertThat(sendThroughTheProxy()).isEqualTo(new Answer.NotSent(PROVIDER_UNAVAILABLE, null));
        assertThat(twilio.received())
                .extracting(FakeTwilio.Received::line)
                .containsExactly("CONNECT twilio.invalid:443 HTTP/1.1");
    }

    @Test
    void writesAtOnce_howeverManyAreUnderWay() throws IOException {
        twilio.does(FakeTwilio.hang());
        try (var api = api(twilio.url())) {
            for (int request = 0; request < AS_MANY_AS_THE_LEDGER_HAS; request++) {
                Thread.ofVirtual().start(() -> send(api, "Hello"));
            }
            await().atMost(LESS_THAN_PATIENCE)
                    .until(() -> twilio.received().size() == AS_MANY_AS_THE_LEDGER_HAS);
        }
    }

    @Test
    void losesNothing_whenAKeptConnectionWasClosedByTheOtherSide() throws IOException {
        twilio.does(FakeTwilio.answerAndCloseQuietly(201, "{\"sid\":\"SM1\"}"));
        try (var api = api(twilio.url())) {
            assertThat(send(api, "one")).isEqualTo(new Answer.Accepted("SM1"));
            twilio.awaitDone(1);
            assertThat(send(api, "two")).isEqualTo(new Answer.Accepted("SM1"));
        }
        assertThat(twilio.received()).hasSize(2);
    }

    @Test
    void lists_whatTwilioHas() throws IOException {
        twilio.does(FakeTwilio.answer(200, "{\"messages\":[{\"sid\":\"SM7\"}],\"page_size\":50}"));
        try (var api = api(twilio.url())) {
            var found = api.list(Message.reader().setTo(TO));

            assertThat(found.orElseThrow()).extracting(Message::getSid).containsExactly("SM7");
        }
        assertThat(twilio.received())
                .extracting(FakeTwilio.Received::line)
                .containsExactly(
                        "GET /2010-04-01/Accounts/AC1/Messages.json?To=%2B15005550009 HTTP/1.1");
    }

    @Test
    void listsNothing_whenTwilioCannotSay() throws IOException {
        twilio.does(FakeTwilio.answer(500, error(20500, 500)));
        try (var api = api(twilio.url())) {
            assertThat(api.list(Message.reader())).isEmpty();
        }
    }

    private void assertOnceAnd(Answer expected) throws IOException {
        assertThat(send("Hello")).isEqualTo(expected);
        assertThat(twilio.received()).hasSize(1);
    }

    private Answer send(String text) throws IOException {
        try (var api = api(twilio.url())) {
            return send(api, text);
        }
    }

    private Answer send(URI elsewhere) throws IOException {
        try (var api = api(elsewhere)) {
            return send(api, "Hello");
        }
    }

    private Answer sendInHaste(URI url) throws IOException {
        try (var api = api(url, HASTE)) {
            return send(api, "Hello");
        }
    }

    private Answer sendThroughTheProxy() throws IOException {
        System.setProperty("https.proxyHost", "127.0.0.1");
        System.setProperty("https.proxyPort", String.valueOf(twilio.url().getPort()));
        try {
            return send(URI.create("https://twilio.invalid"));
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
    }

    private static Answer send(TwilioApi api, String text) {
        var message = Message.creator(new PhoneNumber(TO), new PhoneNumber(FROM), text);
        return api.create(
                message,
                Map.of("Body", text),
                MESSAGE_REJECTED,
                m -> new Answer.Accepted(m.getSid()));
    }

    private TwilioApi api(URI baseUrl) {
        return api(baseUrl, PATIENCE);
    }

    private TwilioApi api(URI baseUrl, Duration patience) {
        var settings = new TwilioSettings(baseUrl, "AC1", "secret", patience, patience);
        return new TwilioApi(settings, new Refusals(TwilioCodes.load(meters)));
    }

    private static String error(int code, int status) {
        return "{\"code\":%d,\"message\":\"%s is not reachable\",\"more_info\":\"x\",\"status\":%d}"
                .formatted(code, TO, status);
    }
}
