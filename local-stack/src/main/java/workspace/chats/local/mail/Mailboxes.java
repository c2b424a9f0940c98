package workspace.chats.local.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Addresses that mean trouble, told by what stands before the at sign, whatever the domain. */
public final class Mailboxes {

    /** Nobody lives here: refused with 550 5.1.1 when it is named. */
    public static final String UNKNOWN = "bad.mailbox@example.com";

    private static final Map<String, SmtpRefusal> REFUSED =
            Map.of(
                    "bad.mailbox",
                    new SmtpRefusal(550, "5.1.1", "Recipient address rejected: User unknown"),
                    "full",
                    new SmtpRefusal(552, "5.2.2", "The mailbox is over its quota"),
                    "greylisted",
                    new SmtpRefusal(451, "4.7.1", "Greylisted, please try again later"),
                    "busy",
                    new SmtpRefusal(450, "4.2.1", "The mailbox is busy"));

    private static final SmtpRefusal POLICY =
            new SmtpRefusal(554, "5.7.1", "Message rejected as against our policy");

    private Mailboxes() {}

    /** The refusal of an address when it is named (RCPT). */
    static Optional<SmtpRefusal> refusalOf(String address) {
        return Optional.ofNullable(REFUSED.get(localPart(address)));
    }

    /** The refusal of a whole letter to an address, after its final dot. */
    static Optional<SmtpRefusal> refusalOfLetterTo(String address) {
        return localPart(address).equals("policy") ? Optional.of(POLICY) : Optional.empty();
    }

    /** Whether a letter to the address is taken, but its final dot never answered. */
    static boolean fallsSilent(String address) {
        return localPart(address).equals("slow-dot");
    }

    private static String localPart(String address) {
        var at = address.lastIndexOf('@');
        return (at < 0 ? address : address.substring(0, at)).toLowerCase(Locale.ROOT);
    }
}
