package workspace.chats.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import workspace.chats.dispatch.FakeSmtp;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.messaging.effect.Answer;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.Medium;

/** Whatever levels an operator sets; Jakarta Mail writes to the JDK's loggers. */
@Timeout(60)
class SmtpSilenceTest {

    private static final Letter LETTER =
            new Letter("zoe@patients.example", "desk@clinic.example", "Termin", "Ihr Befund");
    private static final String[] PERSONAL = {
        "zoe", "patients.example", "clinic.example", "Termin", "Befund", "nurse"
    };

    /** The exact names too, which an operator would have to look up. */
    private final List<Logger> loggers =
            Stream.of(
                            "",
                            "workspace.chats",
                            "workspace.chats.dispatch.email",
                            "workspace.chats.dispatch.email.protocol")
                    .map(Logger::getLogger)
                    .toList();

    private final Heard heard = new Heard();
    private FakeSmtp server;

    @BeforeEach
    void listen() throws IOException {
        server = new FakeSmtp();
        loggers.forEach(logger -> logger.setLevel(Level.FINEST));
        loggers.getFirst().addHandler(heard);
    }

    @AfterEach
    void restore() throws IOException {
        loggers.getFirst().removeHandler(heard);
        loggers.forEach(logger -> logger.setLevel(null));
        loggers.getFirst().setLevel(Level.INFO);
        server.close();
    }

    @Test
    void tellsNothingPersonal_ofADialogueThatSucceeds() {
        assertThat(send()).isInstanceOf(Answer.Accepted.class);

        assertThat(server.said()).contains("AUTH LOGIN", "RCPT TO:<zoe@patients.example>");
        assertHeardNothingPersonal();
    }

    @Test
    void tellsNothingPersonal_ofADialogueThatFails() {
        server.replies("RCPT", "550 5.1.1 <zoe@patients.example>: not here");
        assertThat(send()).isInstanceOf(Answer.Refused.class);

        assertHeardNothingPersonal();
    }

    /** What Jakarta Mail says of itself shows that somebody listens. */
    private void assertHeardNothingPersonal() {
        assertThat(heard.records).anyMatch(text -> text.startsWith("jakarta.mail"));
        assertThat(heard.records)
                .allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase(PERSONAL));
    }

    private Answer send() {
        server.replies("EHLO", "250-fake\r\n250 AUTH LOGIN");
        var patience = Duration.ofSeconds(30);
        var settings =
                new SmtpSettings(
                        "127.0.0.1",
                        server.port(),
                        "nurse",
                        "secret",
                        null,
                        patience,
                        patience,
                        patience);
        var email = new SmtpEmail(settings, new SimpleMeterRegistry(), Clock.systemUTC());
        return email.submit(effect(), new Confidential(null, Map.of(), LETTER, null));
    }

    private static Effect effect() {
        var id = new UUID(0, 1);
        var later = Instant.now().plusSeconds(60);
        return new Effect(id, id, id, id, 1, Medium.EMAIL, id, later, false, 1);
    }

    private static final class Heard extends Handler {

        private final List<String> records = new CopyOnWriteArrayList<>();

        Heard() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord told) {
            var values = told.getParameters() == null ? List.of() : List.of(told.getParameters());
            records.add(told.getLoggerName() + ": " + told.getMessage() + values);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
