package workspace.chats.dispatch.email;

import static workspace.chats.events.ReasonCode.DISPATCH_MISCONFIGURED;
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
 * What a refusing reply means in our words. The enhanced code says more than the three digits,
 * which count only where it is missing or says nothing; both mean different things after different
 * commands. Whoever is listed nowhere goes by his first digit.
 */
final class SmtpReasons {

    private static final String SAYS_NOTHING = ".0.0";

    private static final Map<String, ReasonCode> TABLE =
            Map.ofEntries(
                    // before there is a mail, only our own set-up can be wrong
                    Map.entry("greeting 5", DISPATCH_MISCONFIGURED),
                    Map.entry("EHLO 5", DISPATCH_MISCONFIGURED),
                    Map.entry("HELO 5", DISPATCH_MISCONFIGURED),
                    Map.entry("STARTTLS 5", DISPATCH_MISCONFIGURED),
                    Map.entry("AUTH 5", PROVIDER_AUTH_FAILED),
                    // credentials; the same digits also come with other enhanced codes or none
                    Map.entry("530", PROVIDER_AUTH_FAILED),
                    Map.entry("534", PROVIDER_AUTH_FAILED),
                    Map.entry("535", PROVIDER_AUTH_FAILED),
                    Map.entry("5.7.8", PROVIDER_AUTH_FAILED),
                    Map.entry("5.7.9", PROVIDER_AUTH_FAILED),
                    Map.entry("454 4.7.0", PROVIDER_UNAVAILABLE),
                    // addresses
                    Map.entry("5.1", RECIPIENT_INVALID),
                    Map.entry("MAIL 5.1", SENDER_INVALID),
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
                    // the server and the routes
                    Map.entry("4.3", PROVIDER_UNAVAILABLE),
                    Map.entry("4.4", PROVIDER_UNAVAILABLE),
                    Map.entry("5.4", RECIPIENT_UNREACHABLE),
                    // the message
                    Map.entry("5.3.4", MESSAGE_TOO_LONG),
                    Map.entry(". 552", MESSAGE_TOO_LONG),
                    Map.entry("5.6", MESSAGE_REJECTED),
                    // policy; the sender's where nothing else was said, or where he is not his
                    // login's own (Postfix)
                    Map.entry("5.7.1", MESSAGE_REJECTED),
                    Map.entry("MAIL 5.7.1", SENDER_INVALID),
                    Map.entry("553 5.7.1", SENDER_INVALID),
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

    /** Nothing when no row of the table is about it. */
    static Optional<ReasonCode> listed(SmtpReply refusal) {
        return keys(refusal).map(TABLE::get).filter(Objects::nonNull).findFirst();
    }

    private static Stream<String> keys(SmtpReply refusal) {
        var command = refusal.command() + " ";
        var digits = String.valueOf(refusal.code());
        var enhanced = refusal.enhanced();
        return Stream.concat(
                Stream.of(command + digits.charAt(0)),
                enhanced == null || enhanced.endsWith(SAYS_NOTHING)
                        ? Stream.of(command + digits, digits)
                        : exactKeys(command, digits, enhanced));
    }

    /** From the most exact to the coarsest; alone, the digits are about credentials. */
    private static Stream<String> exactKeys(String command, String digits, String enhanced) {
        var subject = enhanced.substring(0, enhanced.lastIndexOf('.'));
        return Stream.of(
                digits + " " + enhanced,
                digits,
                command + enhanced,
                enhanced,
                command + subject,
                subject);
    }
}
