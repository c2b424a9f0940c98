package workspace.chats.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.messaging.settings.CannotStart;

class TwilioSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(
            strings = {"api.twilio.com", "api.twilio.com:443", "/v1", "ftp://x", "https:/x", ""})
    void refuseABaseUrlThatNoRequestCanGoTo(URI baseUrl) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> settings(baseUrl, SECOND, SECOND))
                .withMessageContaining("TWILIO_BASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.twilio.com", "http://127.0.0.1:8091/", "HTTPS://x/prefix"})
    void takeAnyUrlOfTheWeb(URI baseUrl) {
        assertThat(settings(baseUrl, SECOND, SECOND).baseUrl()).isEqualTo(baseUrl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S"})
    void refuseToWaitForNoTime(Duration none) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> settings(URI.create("http://x"), none, SECOND))
                .withMessageContaining("connect-timeout");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> settings(URI.create("http://x"), SECOND, none))
                .withMessageContaining("response-timeout");
    }

    private static TwilioSettings settings(URI baseUrl, Duration connect, Duration response) {
        return new TwilioSettings(baseUrl, "AC1", "secret", connect, response);
    }
}
