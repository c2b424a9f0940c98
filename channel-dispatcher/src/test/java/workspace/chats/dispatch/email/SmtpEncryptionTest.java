package workspace.chats.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import workspace.chats.dispatch.FakeSmtp;
import workspace.chats.dispatch.email.SmtpSettings.Starttls;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Answer;

/** A server that encrypts from the first byte, as at port 465. */
@Timeout(60)
class SmtpEncryptionTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Answer MISCONFIGURED =
            new Answer.NotSent(ReasonCode.DISPATCH_MISCONFIGURED, null);

    @TempDir static Path home;

    private static SSLContext trusting;
    private SSLContext usual;
    private FakeSmtp server;

    @BeforeAll
    static void makeACertificate() throws Exception {
        var file = home.resolve("server.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=fake",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD));
        trusting = trusting(file);
    }

    @BeforeEach
    void start() throws Exception {
        usual = SSLContext.getDefault();
        var sockets = trusting.getServerSocketFactory();
        server = new FakeSmtp(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    @AfterEach
    void stop() throws IOException {
        SSLContext.setDefault(usual);
        server.close();
    }

    @Test
    void takesTheLetter() throws Exception {
        SSLContext.setDefault(trusting);

        assertThat(send("127.0.0.1", Starttls.IMPLICIT)).isEqualTo(new Answer.Accepted(null));
        assertThat(server.mails()).hasSize(1);
        assertThat(server.said()).doesNotContain("STARTTLS");
    }

    @Test
    void hearsNothing_whenItsCertificateIsNotTrusted() throws Exception {
        assertThat(send("127.0.0.1", Starttls.IMPLICIT)).isEqualTo(MISCONFIGURED);
        assertThat(server.said()).isEmpty();
    }

    @Test
    void hearsNothing_whenItsCertificateNamesAnother() throws Exception {
        SSLContext.setDefault(trusting);

        assertThat(send("localhost", Starttls.IMPLICIT)).isEqualTo(MISCONFIGURED);
        assertThat(server.said()).isEmpty();
    }

    @Test
    void hearsNothing_whenItDoesNotEncryptAfterAll() throws Exception {
        try (var clear = new FakeSmtp()) {
            assertThat(send("127.0.0.1", clear.port(), Starttls.IMPLICIT)).isEqualTo(MISCONFIGURED);
            assertThat(clear.mails()).isEmpty();
        }
    }

    private Answer send(String host, Starttls starttls) throws Exception {
        return send(host, server.port(), starttls);
    }

    private static Answer send(String host, int port, Starttls starttls) throws Exception {
        var patience = Duration.ofSeconds(30);
        var settings =
                new SmtpSettings(host, port, null, null, starttls, patience, patience, patience);
        var smtp = new SmtpServer(settings, new SimpleMeterRegistry(), System::nanoTime);
        var from = new InternetAddress("desk@clinic.example");
        var to = new InternetAddress("zoe@patients.example");
        var mail = smtp.newMail(new UUID(0, 1), from);
        return smtp.deliver(mail.written(from, to, "Hello", "text", Instant.EPOCH), to);
    }

    private static SSLContext trusting(Path file) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        var done = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(done.waitFor()).isZero();
    }
}
