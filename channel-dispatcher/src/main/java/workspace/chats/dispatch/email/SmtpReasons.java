package workspace.chats.dispatch.email;

import static workspace.chats.events.ReasonCode.MESSAGE_REJECTED;
import static workspace.chats.events.ReasonCode.MESSAGE_TOO_LONG;
import static workspace.chats.events.ReasonCode.PROVIDER_AUTH_FAILED;
import static workspace.chats.events.ReasonCode.PROVIDER_THROTTLED;
import static workspace.chats.events.ReasonCode.PROVIDER_UNAVAILABLE;
import static workspace.chats.events.ReasonCode.RECIPIENT_INVALID;
import static workspace.chats.events.ReasonCode.RECIPIENT_MAILBOX_FULL;
import static workspace.chats.events.ReasonCode.RECIPIENT_UNREACHABLE;
import static workspace.chats.events.ReasonCode.SENDER_INVALID;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import workspace.chats.events.ReasonCode;

/**
 * What a refusing reply means in our words. The enhanced code says more than the three digits, and
 * the digits mean different things after different commands; whoever is listed nowhere goes by his
 * first digit.
 */
final class SmtpReasons {

    private static final Map<String, ReasonCode> TABLE =
            Map.ofEntries(
                    // credentials; the same digits also come without an enhanced code
                    Map.entry("530 5.7.0", PROVIDER_AUTH_FAILED),
                    Map.entry("530", PROVIDER_AUTH_FAILED),
                    Map.entry("5.7.8", PROVIDER_AUTH_FAILED),
                    Map.entry("5.7.9", PROVIDER_AUTH_FAILED),
                    Map.entry("534", PROVIDER_AUTH_FAILED),
                    Map.entry("535", PROVIDER_AUTH_FAILED),
                    Map.entry("454 4.7.0", PROVIDER_UNAVAILABLE),
                    // addresses
                    Map.entry("5.1", RECIPIENT_INVALID),
                    Map.entry("5.1.7", SENDER_INVALID),
                    Map.entry("5.1.8", SENDER_INVALID),
                    Map.entry("RCPT 550", RECIPIENT_INVALID),
                    Map.entry("RCPT 551", RECIPIENT_INVALID),
                    Map.entry("RCPT 553", RECIPIENT_INVALID),
                    Map.entry("MAIL 550", SENDER_INVALID),
                    Map.entry("MAIL 553", SENDER_INVALID),
                    // mailboxes
                    Map.entry("5.2.1", RECIPIENT_UNREACHABLE),
                    Map.entry("5.2.2", RECIPIENT_MAILBOX_FULL),
                    Map.entry("5.2.3", MESSAGE_TOO_LONG),
                    Map.entry("RCPT 552", RECIPIENT_MAILBOX_FULL),
                    Map.entry("4.2.0", RECIPIENT_UNREACHABLE),
                    Map.entry("4.2.1", RECIPIENT_UNREACHABLE),
                    Map.entry("4.2.2", RECIPIENT_MAILBOX_FULL),
                    Map.entry("RCPT 450", RECIPIENT_UNREACHABLE),
                    // routes
                    Map.entry("5.4", RECIPIENT_UNREACHABLE),
                    // the message
                    Map.entry("5.3.4", MESSAGE_TOO_LONG),
                    Map.entry(". 552", MESSAGE_TOO_LONG),
                    // policy
                    Map.entry("5.7.23", SENDER_INVALID),
                    Map.entry("5.7.25", SENDER_INVALID),
                    Map.entry("5.7.26", SENDER_INVALID),
                    Map.entry("4.7.0", PROVIDER_THROTTLED),
                    Map.entry("4.7.1", PROVIDER_THROTTLED));

    private SmtpReasons() {}

    static ReasonCode of(SmtpReply refusal) {
        return listed(refusal)
                .orElse(refusal.isPermanent() ? MESSAGE_REJECTED : PROVIDER_UNAVAILABLE);
    }

    /** Nothing when only the first digit says anything. */
    static Optional<ReasonCode> listed(SmtpReply refusal) {
        return keys(refusal).map(TABLE::get).filter(Objects::nonNull).findFirst();
    }

    /** From the most exact to the coarsest. */
    private static Stream<String> keys(SmtpReply refusal) {
        var digits = String.valueOf(refusal.code());
        var coarse = Stream.of(refusal.command() + " " + digits, digits);
        var enhanced = refusal.enhanced();
        if (enhanced == null) {
            return coarse;
        }
        var subject = enhanced.substring(0, enhanced.lastIndexOf('.'));
        return Stream.concat(Stream.of(digits + " " + enhanced, enhanced, subject), coarse);
    }
}
