package workspace.chats.local.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One letter's way from MAIL to the final dot, with at most one fault on it. */
final class SmtpTransaction implements MessageHandler {

    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    private final Session session;
    private final Letters letters;
    private final Optional<Fault.Mode> fault;
    private final Clock clock;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    SmtpTransaction(Session session, Letters letters, Optional<Fault.Mode> fault, Clock clock) {
        this.session = session;
        this.letters = letters;
        this.fault = fault;
        this.clock = clock;
    }

    @Override
    public void from(String sender) {
        this.sender = sender;
    }

    @Override
    public void recipient(String address) throws RejectException {
        if (is(Fault.Mode.REFUSE_421)) {
            throw new DropConnectionException(421, "4.3.2 Service shutting down");
        }
        if (is(Fault.Mode.DROP_BEFORE_DATA)) {
            cut();
        }
        var refusal = Mailboxes.refusalOf(address);
        if (refusal.isPresent()) {
            throw refusal.get().about(address);
        }
        recipients.add(address);
    }

    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
        var content = data.readAllBytes();
        for (var address : recipients) {
            deliver(content, address);
        }
        if (is(Fault.Mode.DROP_AFTER_DOT)) {
            cut();
        }
        if (is(Fault.Mode.HANG_AFTER_DOT) || recipients.stream().anyMatch(Mailboxes::fallsSilent)) {
            fallSilent();
        }
        return null;
    }

    @Override
    public void done() {}

    private void deliver(byte[] content, String address) throws RejectException, IOException {
        var refusal = Mailboxes.refusalOfLetterTo(address);
        if (refusal.isPresent()) {
            throw refusal.get().about(address);
        }
        try {
            letters.add(MimeLetter.parse(content).to(address, sender, clock.millis()));
        } catch (MessagingException unreadable) {
            throw new RejectException(554, "5.6.0 The message is malformed");
        }
    }

    private boolean is(Fault.Mode mode) {
        return fault.filter(mode::equals).isPresent();
    }

    /** The peer reads the end of the stream: what is written from now on goes nowhere. */
    private void cut() throws DropConnectionException {
        try {
            session.closeSocket();
        } catch (IOException gone) {
            // as it should be
        }
        throw new DropConnectionException(421, "unheard");
    }

    private void fallSilent() throws DropConnectionException {
        try {
            Thread.sleep(FOR_EVER);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        cut();
    }
}
