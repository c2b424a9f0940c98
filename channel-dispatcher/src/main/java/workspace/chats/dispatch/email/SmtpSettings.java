package workspace.chats.dispatch.email;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The submission server and how long we wait for it.
 *
 * @param username absent or empty when the server asks for no credentials
 * @param starttls null means {@link Starttls#REQUIRED}, except towards this machine itself
 * @param connectTimeout for the TCP connection
 * @param replyTimeout the longest silence between a command and its reply
 * @param deadline no command is begun later than this; with {@code replyTimeout} it stays below the
 *     ledger's lease
 */
@ConfigurationProperties("workspace.smtp")
record SmtpSettings(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        @Nullable Starttls starttls,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration replyTimeout,
        @DefaultValue("12s") Duration deadline) {

    /** Whether the dialogue must be encrypted before anything of the message is said. */
    enum Starttls {
        REQUIRED,
        OFF
    }

    boolean requiresStarttls() {
        return starttls == null ? !isThisMachine(host) : starttls == Starttls.REQUIRED;
    }

    boolean hasCredentials() {
        return username != null && !username.isEmpty();
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException notKnownYet) {
            return false;
        }
    }
}
