package workspace.chats.api.chat.delivery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.chat.delivery.Delivery.Impossible;
import workspace.chats.api.chat.delivery.Delivery.Possible;
import workspace.chats.api.directory.Addresses;
import workspace.chats.api.directory.Inbox;
import workspace.chats.api.directory.Member;
import workspace.chats.api.directory.PhoneNumber;
import workspace.chats.events.ReasonCode;

/**
 * How the chat's member is reached; the first thing that is missing is the reason why he is not. An
 * inactive member counts as one without phone and e-mail.
 */
public final class Deliveries {

    private final OptOuts optOuts;
    private final Member recipient;

    public Deliveries(OptOuts optOuts, Member recipient) {
        this.optOuts = optOuts;
        this.recipient = recipient;
    }

    /** By text or by call, of which the workspace may have so many in an hour. */
    public Delivery fromNumber(Optional<PhoneNumber> number, @Nullable Integer perHour) {
        var phone = ofActive(Addresses.e164(recipient.phone()));
        if (number.isEmpty()) {
            return new Impossible(ReasonCode.MISSING_PHONE_NUMBER);
        }
        if (phone.isEmpty()) {
            return new Impossible(ReasonCode.MISSING_RECIPIENT_PHONE);
        }
        return unlessOptedOut(way(number.get(), perHour, phone.get()));
    }

    /** By e-mail. */
    public Delivery fromInbox(Optional<Inbox> inbox) {
        var mailbox = ofActive(Addresses.mailbox(recipient.email()));
        if (inbox.isEmpty()) {
            return new Impossible(ReasonCode.MISSING_INBOX);
        }
        if (mailbox.isEmpty()) {
            return new Impossible(ReasonCode.MISSING_RECIPIENT_EMAIL);
        }
        return unlessOptedOut(way(inbox.get(), mailbox.get()));
    }

    private Optional<String> ofActive(Optional<String> address) {
        return address.filter(known -> recipient.active());
    }

    private Delivery unlessOptedOut(Possible way) {
        return optOuts.contain(way.senderId(), Addresses.comparable(way.to()))
                ? new Impossible(ReasonCode.RECIPIENT_OPTED_OUT)
                : way;
    }

    private static Possible way(PhoneNumber number, @Nullable Integer perHour, String to) {
        return new Possible(number.id(), number.ratePerSecond(), perHour, number.e164(), to);
    }

    private static Possible way(Inbox inbox, String to) {
        return new Possible(inbox.id(), inbox.ratePerSecond(), null, inbox.address(), to);
    }
}
