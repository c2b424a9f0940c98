package workspace.chats.dispatch.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Jakarta Mail's SMTP dialogue for one message, watched: its exceptions do not say which reply
 * caused them nor whether the final dot, after which the server may have taken the message, was
 * written.
 */
final class WatchedTransport extends SMTPTransport {

    static {
        WireLog.silence();
    }

    private static final int GO_ON_LOGGING_IN = 334;

    private final BooleanSupplier tooLate;
    private String command = "greeting";
    private @Nullable SmtpReply reply;
    private boolean dotWritten;
    private boolean parting;

    /**
     * @param tooLate whether the dialogue must not go on
     */
    WatchedTransport(Session session, BooleanSupplier tooLate) {
        super(session, null);
        this.tooLate = tooLate;
    }

    /** The reply to the last command that mattered, or nothing when none came. */
    Optional<SmtpReply> reply() {
        return Optional.ofNullable(reply);
    }

    /** Whether the server may have the whole message. */
    boolean dotWritten() {
        return dotWritten;
    }

    /** Whether the server's reply to our greeting is the last that we heard. */
    boolean hasGreeted() {
        return reply != null && (command.equals("EHLO") || command.equals("HELO"));
    }

    boolean offersStarttls() {
        return supportsExtension("STARTTLS");
    }

    @Override
    protected void sendCommand(String line) throws MessagingException {
        parting = line.equals("RSET") || line.equals("QUIT");
        if (!parting) {
            begin(isWithinLogin() ? command : line.split(" ", 2)[0]);
        }
        super.sendCommand(line);
    }

    /** How user and password are said, each in a line of its own. */
    @Override
    protected int simpleCommand(byte[] line) throws MessagingException {
        begin(command);
        return super.simpleCommand(line);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (!parting && code > 0) {
            reply = SmtpReply.of(command, code, getLastServerResponse());
            mayGoOn(reply);
        }
        return code;
    }

    private void begin(String verb) throws MessagingException {
        command = verb;
        reply = null;
        mayGoOn(null);
        dotWritten |= verb.equals(".");
    }

    /** A refusal, and what the server says to the final dot, count however late they come. */
    private void mayGoOn(@Nullable SmtpReply heard) throws MessagingException {
        var isLast = heard != null && (heard.refuses() || heard.command().equals("."));
        if (!isLast && tooLate.getAsBoolean()) {
            reply = null;
            throw new MessagingException("the dialogue takes too long");
        }
    }

    private boolean isWithinLogin() {
        return reply != null && reply.code() == GO_ON_LOGGING_IN;
    }
}
