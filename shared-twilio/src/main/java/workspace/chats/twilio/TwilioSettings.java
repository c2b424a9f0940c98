package workspace.chats.twilio;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import workspace.chats.messaging.settings.CannotStart;

/**
 * Where Twilio is and how long we wait for it.
 *
 * @param baseUrl takes the place of {@code https://api.twilio.com}
 * @param connectTimeout for one TCP connection, and as long again for its TLS handshake
 * @param responseTimeout the longest silence on an open connection; afterwards the outcome is
 *     unknown
 */
@ConfigurationProperties("workspace.twilio")
public record TwilioSettings(
        @DefaultValue("https://api.twilio.com") URI baseUrl,
        String accountSid,
        String authToken,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout) {

    public TwilioSettings {
        require(isWeb(baseUrl), "TWILIO_BASE_URL is no URL that begins with http:// or https://");
        require(connectTimeout.toMillis() > 0, "workspace.twilio.connect-timeout is below 1 ms");
        require(responseTimeout.toMillis() > 0, "workspace.twilio.response-timeout is below 1 ms");
    }

    @Override
    public String toString() {
        return "TwilioSettings[" + baseUrl + "]";
    }

    private static boolean isWeb(URI url) {
        var isHttp = "http".equalsIgnoreCase(url.getScheme());
        return url.getHost() != null && (isHttp || "https".equalsIgnoreCase(url.getScheme()));
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new CannotStart(otherwise);
        }
    }
}
