package workspace.chats.dispatch.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Optional;
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

    private final long latestStart;
    private String command = "greeting";
    private @Nullable SmtpReply reply;
    private boolean dotWritten;
    private boolean parting;

    WatchedTransport(Session session, Duration deadline) {
        super(session, null);
        this.latestStart = System.nanoTime() + deadline.toNanos();
    }

    /** The reply to the last command that mattered, or nothing when none came. */
    Optional<SmtpReply> reply() {
        return Optional.ofNullable(reply);
    }

    /** Whether the server may have the whole message. */
    boolean dotWritten() {
        return dotWritten;
    }

    @Override
    protected void sendCommand(String line) throws MessagingException {
        parting = line.equals("RSET") || line.equals("QUIT");
        if (!parting) {
            begin(line.split(" ", 2)[0]);
        }
        super.sendCommand(line);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (!parting && code > 0) {
            reply = SmtpReply.of(command, code, getLastServerResponse());
        }
        return code;
    }

    private void begin(String verb) throws MessagingException {
        command = verb;
        reply = null;
        if (System.nanoTime() > latestStart) {
            throw new MessagingException("the dialogue takes too long");
        }
        dotWritten |= verb.equals(".");
    }
}
