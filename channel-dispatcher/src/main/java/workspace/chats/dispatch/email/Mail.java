package workspace.chats.dispatch.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plain text in UTF-8. Its Message-ID comes from the effect, so that whoever sees it twice can
 * tell that it is one.
 */
final class Mail extends MimeMessage {

    private final String messageId;

    Mail(Session session, UUID effectId, InternetAddress from) {
        super(session);
        this.messageId = "<" + effectId + "@" + domain(from) + ">";
    }

    Mail written(
            InternetAddress from,
            InternetAddress to,
            @Nullable String subject,
            String text,
            Instant at)
            throws MessagingException {
        setFrom(from);
        setRecipient(Message.RecipientType.TO, to);
        setSubject(subject, UTF_8.name());
        setSentDate(Date.from(at));
        setText(text, UTF_8.name());
        saveChanges();
        return this;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }
}
