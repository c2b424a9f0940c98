package workspace.chats.local.twilio;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that Twilio documents for its test credentials: each refuses in its own way. {@code
 * +15005550006} works, and other than Twilio's test credentials we let every valid number work.
 */
final class MagicNumbers {

    private static final Map<String, Refusal> TEXTED =
            Map.ofEntries(
                    no("1", 21211, "Invalid 'To' Phone Number: %s"),
                    no("2", 21612, "The message From/To pair violates a route: %s"),
                    no("3", 21408, "Permission to send an SMS to the region of %s is not enabled"),
                    no("4", 21610, "Attempt to send to unsubscribed recipient %s"),
                    no("9", 21614, "'To' number %s is not a valid mobile number"));

    private static final Map<String, Refusal> TEXTING =
            Map.ofEntries(
                    no("1", 21212, "The 'From' number %s is not a valid phone number"),
                    no("7", 21606, "The 'From' number %s is not message-capable"),
                    no("8", 21611, "The 'From' number %s has too many queued messages"));

    private static final Map<String, Refusal> CALLED =
            Map.ofEntries(
                    no("1", 21217, "Phone number %s does not appear to be valid"),
                    no("2", 21214, "'To' phone number %s cannot be reached"),
                    no("3", 21215, "Account not authorized to call %s"),
                    no("4", 21216, "Account not allowed to call %s"));

    private static final Map<String, Refusal> CALLING =
            Map.ofEntries(no("1", 21212, "The 'From' number %s is not a valid phone number"));

    private MagicNumbers() {}

    static Optional<Refusal> texting(String to, String from) {
        return first(TEXTED.get(to), TEXTING.get(from));
    }

    static Optional<Refusal> calling(String to, String from) {
        return first(CALLED.get(to), CALLING.get(from));
    }

    private static Optional<Refusal> first(@Nullable Refusal one, @Nullable Refusal other) {
        return Optional.ofNullable(one == null ? other : one);
    }

    private static Map.Entry<String, Refusal> no(String lastDigit, int code, String message) {
        var number = "+1500555000" + lastDigit;
        return entry(number, Refusal.badRequest(code, message.replace("%s", number)));
    }
}
