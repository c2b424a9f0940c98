package workspace.chats.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.twilio.rest.api.v2010.account.Message;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TwilioSilenceTest {

    @Test
    void logsNoNumber_evenWhenTheSdkIsSetToDebug(CapturedOutput output) throws IOException {
        level("org.apache.hc", Level.INFO);
        level("com.twilio", Level.TRACE);
        level("workspace.chats", Level.TRACE);
        try (var twilio = new FakeTwilio();
                var api = api(twilio.url())) {
            twilio.does(FakeTwilio.answer(500, "{\"message\":\"no +15005550009\"}"));

            assertThat(api.list(Message.reader().setTo("+15005550009"))).isEmpty();
        }
        assertThat(output)
                .contains("Twilio could not be asked: RequestRefused")
                .doesNotContain("5005550009");
    }

    @Test
    void showsNoToken() {
        assertThat(settings(URI.create("http://x")).toString()).doesNotContain("secret");
    }

    private static TwilioApi api(URI url) {
        var refusals = new Refusals(TwilioCodes.load(new SimpleMeterRegistry()));
        return new TwilioApi(settings(url), refusals);
    }

    private static TwilioSettings settings(URI url) {
        var patience = Duration.ofSeconds(30);
        return new TwilioSettings(url, "AC1", "secret", patience, patience);
    }

    private static void level(String logger, Level level) {
        ((Logger) LoggerFactory.getLogger(logger)).setLevel(level);
    }
}
