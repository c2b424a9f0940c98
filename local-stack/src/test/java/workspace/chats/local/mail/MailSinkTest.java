package workspace.chats.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.local.peer.PeerServer;
import workspace.chats.local.peer.PortTaken;

/** Jakarta Mail takes the sink for a mail server, good or bad. */
class MailSinkTest {

    private static final String PATIENT = "patient@example.com";

    /** Milliseconds. */
    private static final int PATIENCE = 60_000;

    /** Long enough for all that is answered before the silence, on a busy machine too. */
    private static final int HASTE = 4_000;

    @TempDir private Path home;
    private MailSink sink;
    private PeerServer view;

    @BeforeEach
    void start() throws IOException {
        sink = MailSink.start("MAIL_SMTP_PORT", 0, home, Clock.systemUTC());
        view = PeerServer.start("MAIL_PORT", 0, sink);
    }

    @AfterEach
    void stop() {
        view.close();
        sink.close();
    }

    @Test
    void keepsALetterAsItsReaderSeesIt() throws Exception {
        var before = System.currentTimeMillis();

        send(PATIENT);

        var letter = letters().path(0);
        assertThat(letter.propertyNames())
                .containsExactly("from", "to", "subject", "messageId", "text", "at");
        assertThat(letter.path("from").asString()).isEqualTo("frontdesk@clinic.example");
        assertThat(letter.path("to").asString()).isEqualTo(PATIENT);
        assertThat(letter.path("subject").asString()).isEqualTo("Grüße aus der Praxis ☀");
        assertThat(letter.path("text").asString())
                .isEqualTo("Liebe Größe,\n.ein Punkt vorn, und ☀");
        assertThat(letter.path("messageId").asString()).isEqualTo("<fixed@clinic.example>");
        assertThat(letter.path("at").asLong()).isBetween(before, System.currentTimeMillis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7bit", "8bit", "quoted-printable", "base64"})
    void keepsTheTextAsItWasTyped_howeverItIsEncoded(String encoding) throws Exception {
        var letter = letterTo(PATIENT);
        letter.setText("One\n\nTwo", "UTF-8");
        letter.setHeader("Content-Transfer-Encoding", encoding);
        Transport.send(letter);
        assertThat(letters().path(0).path("text").asString()).isEqualTo("One\n\nTwo");
    }

    @Test
    void keepsALastLineBreak_whereItCannotBeTheProtocols() throws Exception {
        var letter = letterTo(PATIENT);
        letter.setText("One\n", "UTF-8");
        letter.setHeader("Content-Transfer-Encoding", "base64");
        Transport.send(letter);
        assertThat(letters().path(0).path("text").asString()).isEqualTo("One\n");
    }

    @Test
    void keepsThePlainPart_ofALetterThatIsAlsoHtml() throws Exception {
        var letter = letterTo(PATIENT);
        letter.setContent(alternatives("Plain ☀", "<p>Fancy</p>"));
        Transport.send(letter);
        assertThat(letters().path(0).path("text").asString()).isEqualTo("Plain ☀");
    }

    @ParameterizedTest
    @CsvSource({
        Mailboxes.UNKNOWN + ", 550, 5.1.1",
        "bad.mailbox@elsewhere.example, 550, 5.1.1",
        "full@example.com, 552, 5.2.2",
        "greylisted@example.com, 451, 4.7.1",
        "busy@example.com, 450, 4.2.1"
    })
    void refusesAMailbox(String mailbox, int reply, String enhanced) throws Exception {
        assertThatThrownBy(() -> send(mailbox))
                .isInstanceOf(MessagingException.class)
                .extracting(failed -> ((MessagingException) failed).getNextException())
                .isInstanceOfSatisfying(
                        SMTPAddressFailedException.class,
                        refused -> {
                            assertThat(refused.getReturnCode()).isEqualTo(reply);
                            assertThat(refused.getMessage())
                                    .contains(reply + " " + enhanced + " <" + mailbox + ">");
                        });
        assertThat(letters()).isEmpty();
    }

    @Test
    void refusesALetterAfterItsDot() throws Exception {
        assertThatThrownBy(() -> send("policy@example.com"))
                .isInstanceOfSatisfying(
                        SMTPSendFailedException.class,
                        refused -> {
                            assertThat(refused.getReturnCode()).isEqualTo(554);
                            assertThat(refused.getMessage()).contains("5.7.1");
                        });
        assertThat(letters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse421", "dropBeforeData"})
    void breaksOffBeforeTheLetter_andKeepsNothing(String mode) throws Exception {
        fault(mode);
        assertThatThrownBy(() -> send(PATIENT)).isInstanceOf(MessagingException.class);
        assertThat(letters()).isEmpty();
        send(PATIENT);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void breaksOffAfterTheDot_butKeepsTheLetter() throws Exception {
        fault("dropAfterDot");
        assertThatThrownBy(() -> send(PATIENT)).isInstanceOf(MessagingException.class);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void fallsSilentAfterTheDot_butKeepsTheLetter() throws Exception {
        fault("hangAfterDot");
        assertThatThrownBy(() -> sendInHaste(PATIENT))
                .hasRootCauseInstanceOf(SocketTimeoutException.class);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void inRoughWeatherSpoilsItsShare() throws Exception {
        assertThat(weather("{\"percent\":40,\"fault\":\"refuse421\"}")).isEqualTo(204);
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            refused += isTaken() ? 0 : 1;
        }
        assertThat(refused).isBetween(20, 60);
        assertThat(letters()).hasSize(100 - refused);
        assertThat(weather("")).isEqualTo(204);
        assertThat(isTaken()).isTrue();
    }

    @Test
    void tellsWhatTheWeatherDid() throws Exception {
        weather("{\"percent\":100,\"fault\":\"refuse421\"}");
        assertThat(isTaken()).isFalse();
        assertThat(isTaken()).isFalse();
        assertThat(ask(request("/_sim/weather")).body())
                .isEqualTo(
                        "[{\"of\":\"Letters\",\"fault\":\"refuse421\",\"percent\":100,"
                                + "\"drawn\":2,\"asked\":2}]");
    }

    private int weather(String shares) throws Exception {
        return post("/_sim/weather", "{\"seed\":1,\"shares\":[" + shares + "]}");
    }

    private boolean isTaken() {
        try {
            send(PATIENT);
            return true;
        } catch (MessagingException refused) {
            return false;
        }
    }

    @Test
    void fallsSilentAfterTheDot_forOneMailbox() throws Exception {
        assertThatThrownBy(() -> sendInHaste("slow-dot@example.com"))
                .hasRootCauseInstanceOf(SocketTimeoutException.class);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void remembersAcrossARestart_untilReset() throws Exception {
        send(PATIENT);
        stop();
        start();
        assertThat(letters()).hasSize(1);

        post("/_sim/reset", "");

        assertThat(letters()).isEmpty();
    }

    @Test
    void namesThePortThatIsTaken() {
        assertThatThrownBy(() ->
                        MailSink.start("MAIL_SMTP_PORT", sink.smtpPort(), home, Clock.systemUTC()))
                .isInstanceOf(PortTaken.class)
                .hasMessageContaining(sink.smtpPort() + " (MAIL_SMTP_PORT) is taken");
    }

    private void fault(String mode) throws Exception {
        assertThat(post("/_sim/faults", "{\"times\":1,\"mode\":\"%s\"}".formatted(mode)))
                .isEqualTo(204);
    }

    private void send(String to) throws MessagingException {
        Transport.send(letterTo(to));
    }

    private void sendInHaste(String to) throws MessagingException {
        Transport.send(letterTo(to, HASTE));
    }

    private MimeMessage letterTo(String to) throws MessagingException {
        return letterTo(to, PATIENCE);
    }

    private MimeMessage letterTo(String to, int patience) throws MessagingException {
        var letter = new LetterWithFixedId(session(patience));
        letter.setFrom(new InternetAddress("Front desk <frontdesk@clinic.example>"));
        letter.setRecipient(RecipientType.TO, new InternetAddress(to));
        letter.setSubject("Grüße aus der Praxis ☀", "UTF-8");
        letter.setText("Liebe Größe,\n.ein Punkt vorn, und ☀", "UTF-8");
        return letter;
    }

    private Session session(int patience) {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", sink.smtpPort());
        properties.put("mail.smtp.timeout", patience);
        return Session.getInstance(properties);
    }

    private static MimeMultipart alternatives(String plain, String html) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(plain, "UTF-8");
        var fancy = new MimeBodyPart();
        fancy.setText(html, "UTF-8", "html");
        return new MimeMultipart("alternative", text, fancy);
    }

    private static final class LetterWithFixedId extends MimeMessage {
        LetterWithFixedId(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<fixed@clinic.example>");
        }
    }

    private JsonNode letters() throws Exception {
        return JsonMapper.shared().readTree(ask(request("/messages")).body());
    }

    private int post(String path, String json) throws Exception {
        return ask(request(path).POST(BodyPublishers.ofString(json))).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + view.port() + path));
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
