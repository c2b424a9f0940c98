package workspace.chats.twilio;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Twilio is and how long we wait for it.
 *
 * @param baseUrl takes the place of {@code https://api.twilio.com}
 * @param connectTimeout for one TCP connection, and as long again for its TLS handshake and for a
 *     free place in the pool
 * @param responseTimeout the longest silence on an open connection; afterwards the outcome is
 *     unknown
 * @param maxConnections requests under way at the same time
 */
@ConfigurationProperties("workspace.twilio")
public record TwilioSettings(
        @DefaultValue("https://api.twilio.com") URI baseUrl,
        String accountSid,
        String authToken,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("64") int maxConnections) {

    @Override
    public String toString() {
        return "TwilioSettings[" + baseUrl + "]";
    }
}
