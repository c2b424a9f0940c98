package workspace.chats.api.directory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Members' addresses as the directory has them; one that nobody could write to counts as none. */
public final class Addresses {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private Addresses() {}

    /**
     * By validity alone, never by type: test numbers have odd types, and a landline may well be
     * called.
     */
    public static Optional<String> e164(@Nullable String phone) {
        try {
            return Optional.of(PHONES.parse(phone, null))
                    .filter(PHONES::isValidNumber)
                    .map(number -> PHONES.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    public static Optional<String> mailbox(@Nullable String email) {
        return Optional.ofNullable(email)
                .map(String::strip)
                .filter(address -> MAILBOX.matcher(address).matches());
    }

    /** An address as it stands among the opt-outs. */
    public static String comparable(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
