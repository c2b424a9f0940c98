package workspace.chats.api.directory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * How an address may stand among the opt-outs: as we write to it, or as the directory has it.
     */
    public static Set<String> spellings(String address, @Nullable String inDirectory) {
        return Stream.of(address.toLowerCase(Locale.ROOT), address, inDirectory)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
