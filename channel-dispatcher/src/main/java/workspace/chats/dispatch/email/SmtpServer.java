package workspace.chats.dispatch.email;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Answer;

/**
 * The submission server: one connection and one dialogue for each mail, and what came of it as a
 * value, never in the server's words.
 */
final class SmtpServer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);

    static final String UNLISTED = "workspace.smtp.codes.unlisted";

    private final SmtpSettings settings;
    private final Session session;
    private final MeterRegistry meters;
    private final LongSupplier nanos;

    /**
     * @param nanos counts nanoseconds, from anywhere
     */
    SmtpServer(SmtpSettings settings, MeterRegistry meters, LongSupplier nanos) {
        this.settings = settings;
        this.meters = meters;
        this.nanos = nanos;
        this.session = Session.getInstance(properties(settings));
    }

    Mail newMail(UUID effectId, InternetAddress from) {
        return new Mail(session, effectId, from);
    }

    Answer deliver(Mail mail, InternetAddress to) {
        var transport = new WatchedTransport(session, deadline());
        try {
            connect(transport);
            transport.sendMessage(mail, new Address[] {to});
            return new Answer.Accepted(null);
        } catch (MessagingException failed) {
            return answer(transport, failed);
        } finally {
            hangUp(transport);
        }
    }

    private BooleanSupplier deadline() {
        var latest = nanos.getAsLong() + settings.deadline().toNanos();
        return () -> nanos.getAsLong() - latest > 0;
    }

    private void connect(WatchedTransport transport) throws MessagingException {
        var credentials = settings.hasCredentials();
        transport.connect(
                settings.host(),
                settings.port(),
                credentials ? settings.username() : null,
                credentials ? settings.password() : null);
    }

    private Answer answer(WatchedTransport transport, MessagingException failed) {
        LOG.warn("mail was not accepted: {}", failed.getClass().getSimpleName());
        var refusal = transport.reply().filter(SmtpReply::refuses);
        if (refusal.isPresent()) {
            return answer(refusal.get());
        }
        if (transport.dotWritten()) {
            return new Answer.Unknown(null);
        }
        return isAboutCredentials(transport, failed)
                ? new Answer.Refused(ReasonCode.PROVIDER_AUTH_FAILED, null)
                : new Answer.NotSent(reason(transport, failed), null);
    }

    /**
     * Tried again all the same: a server is set right, and a certificate renewed, within minutes.
     */
    private ReasonCode reason(WatchedTransport transport, MessagingException failed) {
        return Encryption.isImpossible(failed) || lacksStarttls(transport)
                ? ReasonCode.DISPATCH_MISCONFIGURED
                : ReasonCode.PROVIDER_UNAVAILABLE;
    }

    private boolean lacksStarttls(WatchedTransport transport) {
        return settings.requiresStarttls() && transport.hasGreeted() && !transport.offersStarttls();
    }

    /** Angus says the same of a line that broke while it logged in: then no reply is there. */
    private static boolean isAboutCredentials(
            WatchedTransport transport, MessagingException failed) {
        return failed instanceof AuthenticationFailedException && transport.reply().isPresent();
    }

    private Answer answer(SmtpReply refusal) {
        if (SmtpReasons.listed(refusal).isEmpty()) {
            meters.counter(UNLISTED, "code", String.valueOf(refusal.code())).increment();
        }
        var reason = SmtpReasons.of(refusal);
        return refusal.isPermanent()
                ? new Answer.Refused(reason, refusal.number())
                : new Answer.NotSent(reason, refusal.number());
    }

    private static void hangUp(WatchedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            LOG.debug("the mail server was gone before we were");
        }
    }

    private static Properties properties(SmtpSettings settings) {
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
        properties.put("mail.smtp.timeout", millis(settings.replyTimeout()));
        properties.put("mail.smtp.writetimeout", millis(settings.replyTimeout()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", String.valueOf(settings.hasCredentials()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.isImplicitlyEncrypted()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.requiresStarttls()));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.requiresStarttls()));
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
