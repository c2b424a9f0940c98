package workspace.chats.dispatch.email;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Answer;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.EffectProvider;
import workspace.chats.messaging.effect.Look;
import workspace.chats.messaging.effect.LookWindow;
import workspace.chats.messaging.effect.Medium;

/** Hands one e-mail to the submission server. */
@Component
final class SmtpEmail implements EffectProvider {

    private final SmtpServer server;
    private final Clock clock;

    SmtpEmail(SmtpSettings settings, MeterRegistry meters, Clock clock) {
        this.server = new SmtpServer(settings, meters, System::nanoTime);
        this.clock = clock;
    }

    @Override
    public Set<Medium> media() {
        return Set.of(Medium.EMAIL);
    }

    @Override
    public Answer submit(Effect effect, Confidential content) {
        var letter = content.letter();
        if (letter == null) {
            return new Answer.Refused(ReasonCode.DISPATCH_FAILED, null);
        }
        var from = mailbox(letter.from());
        if (from.isEmpty()) {
            return new Answer.Refused(ReasonCode.SENDER_INVALID, null);
        }
        return mailbox(letter.to())
                .map(to -> server.deliver(mail(effect, from.get(), to, letter), to))
                .orElse(new Answer.Refused(ReasonCode.RECIPIENT_INVALID, null));
    }

    /** Mail servers cannot be asked what they took. */
    @Override
    public Look look(Effect effect, Confidential content, LookWindow window) {
        return new Look.NothingToAsk();
    }

    private Mail mail(Effect effect, InternetAddress from, InternetAddress to, Letter letter) {
        try {
            return server.newMail(effect.id(), from)
                    .written(from, to, letter.subject(), letter.text(), clock.instant());
        } catch (MessagingException impossible) {
            throw new IllegalStateException("a plain text cannot be written");
        }
    }

    // Bytes beyond ASCII would be cut to some other address on the wire.
    private static Optional<InternetAddress> mailbox(String address) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(address)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InternetAddress(address, true));
        } catch (AddressException malformed) {
            return Optional.empty();
        }
    }
}
