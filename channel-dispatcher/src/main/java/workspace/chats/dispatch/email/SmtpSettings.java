package workspace.chats.dispatch.email;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import workspace.chats.messaging.settings.CannotStart;

/**
 * The submission server and how long we wait for it.
 *
 * @param username absent or empty when the server asks for no credentials
 * @param starttls null means {@link Starttls#IMPLICIT} at port 465, elsewhere {@link
 *     Starttls#REQUIRED}, except towards this machine itself
 * @param connectTimeout for the TCP connection
 * @param replyTimeout the longest silence between a command and its reply
 * @param deadline no command is begun later than this, not even within a login; with {@code
 *     replyTimeout} it stays below the ledger's lease
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

    private static final int SUBMISSIONS = 465;

    /** Whether the dialogue must be encrypted before anything of the message is said. */
    enum Starttls {
        REQUIRED,
        OFF,
        /** Encrypted from the first byte, so there is nothing to start. */
        IMPLICIT
    }

    SmtpSettings {
        require(port > 0 && port < 65_536, "SMTP_PORT is not between 1 and 65535");
        require(
                port != SUBMISSIONS || starttls == null || starttls == Starttls.IMPLICIT,
                "SMTP_STARTTLS must be implicit, or unset, at port 465");
        // below 1 ms Jakarta Mail would read "for ever"
        require(connectTimeout.toMillis() > 0, "workspace.smtp.connect-timeout is below 1 ms");
        require(replyTimeout.toMillis() > 0, "workspace.smtp.reply-timeout is below 1 ms");
        require(deadline.isPositive(), "workspace.smtp.deadline is not above 0");
    }

    boolean requiresStarttls() {
        return starttls == null
                ? !isImplicitlyEncrypted() && !isThisMachine(host)
                : starttls == Starttls.REQUIRED;
    }

    boolean isImplicitlyEncrypted() {
        return starttls == null ? port == SUBMISSIONS : starttls == Starttls.IMPLICIT;
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

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new CannotStart(otherwise);
        }
    }
}
