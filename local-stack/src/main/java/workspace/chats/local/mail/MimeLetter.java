package workspace.chats.local.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/** What a mail program would show of the bytes that came after DATA. */
record MimeLetter(MimeMessage message) {

    private static final Session NO_SESSION = Session.getInstance(new Properties());

    static MimeLetter parse(byte[] data) throws MessagingException {
        return new MimeLetter(new MimeMessage(NO_SESSION, new ByteArrayInputStream(data)));
    }

    Letter to(String mailbox, String sender, long at) throws MessagingException, IOException {
        return new Letter(
                from(sender), mailbox, message.getSubject(), message.getMessageID(), text(), at);
    }

    /** The From of the letter, without its display name; the envelope's sender if it has none. */
    private String from(String sender) throws MessagingException {
        Address[] from = message.getFrom();
        return from != null && from.length > 0 && from[0] instanceof InternetAddress address
                ? address.getAddress()
                : sender;
    }

    /**
     * As it was typed: lines end as they do in a program, and the line break that SMTP asks for
     * before the final dot is no part of it.
     */
    private String text() throws MessagingException, IOException {
        var text = plainText(message).replace("\r\n", "\n");
        return endsWithTheDot() && text.endsWith("\n")
                ? text.substring(0, text.length() - 1)
                : text;
    }

    /** Whether the text itself, and not a part's boundary or an encoded block, came last. */
    private boolean endsWithTheDot() throws MessagingException {
        return message.isMimeType("text/plain")
                && !"base64".equalsIgnoreCase(message.getEncoding());
    }

    /** The first plain part, depth first; empty if there is none. */
    private static String plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var text = plainText(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
