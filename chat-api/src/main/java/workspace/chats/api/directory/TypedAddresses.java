package workspace.chats.api.directory;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses as people type them into the directory. Stricter than {@link Addresses}: what is not
 * plainly an address is refused, where the libraries would guess what was meant.
 */
public final class TypedAddresses {

    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ().-]{2,38}");

    /** No display name, comment, quoted or non-ASCII part, and no address literal. */
    private static final Pattern MAILBOX =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
                            + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                            + "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    private TypedAddresses() {}

    /** In E.164; with its country code, because nobody says which country else. */
    public static Optional<String> phone(String typed) {
        return PHONE.matcher(typed).matches() ? Addresses.e164(typed) : Optional.empty();
    }

    /** One bare mailbox of at most 254 characters, as it was typed. */
    public static Optional<String> mailbox(String typed) {
        return typed.length() <= 254 && MAILBOX.matcher(typed).matches() && isAddress(typed)
                ? Optional.of(typed)
                : Optional.empty();
    }

    private static boolean isAddress(String typed) {
        try {
            return new InternetAddress(typed, true).getAddress().equals(typed);
        } catch (AddressException noAddress) {
            return false;
        }
    }
}
