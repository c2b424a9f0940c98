package workspace.chats.dispatch.email;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the server replied to one command, without its words, which quote recipients.
 *
 * @param command the command's verb, {@code .} for the final dot
 * @param code the three digits
 * @param enhanced the enhanced status code (RFC 3463), for example {@code 5.1.1}
 */
record SmtpReply(String command, int code, @Nullable String enhanced) {

    private static final Pattern ENHANCED =
            Pattern.compile("\\d{3}[ -]((\\d)\\.\\d{1,3}\\.\\d{1,3})(?=\\s|$)");
    private static final int CLOSING = 421;

    static SmtpReply of(String command, int code, String text) {
        var found = ENHANCED.matcher(text);
        var fits = found.lookingAt() && found.group(2).equals(String.valueOf(code / 100));
        return new SmtpReply(command, code, fits ? found.group(1) : null);
    }

    /**
     * A clear no. A server that only closes after the final dot has said nothing about the mail.
     */
    boolean refuses() {
        return code >= 400 && code < 600 && !(code == CLOSING && command.equals("."));
    }

    boolean isPermanent() {
        return code / 100 == 5;
    }

    /** The most exact number there is. */
    String number() {
        return enhanced == null ? String.valueOf(code) : enhanced;
    }
}
