package workspace.chats.api.chat.create;

import java.util.Optional;
import workspace.chats.api.chat.create.Delivery.Impossible;
import workspace.chats.api.chat.create.Delivery.Possible;
import workspace.chats.api.directory.Addresses;
import workspace.chats.api.directory.Inbox;
import workspace.chats.api.directory.Member;
import workspace.chats.api.directory.PhoneNumber;
import workspace.chats.events.ReasonCode;

/**
 * How the chat's member is reached; the first thing that is missing is the reason why he is not.
 */
final class Deliveries {

    private final Defaults defaults;
    private final OptOuts optOuts;
    private final Member recipient;

    Deliveries(Defaults defaults, OptOuts optOuts, Member recipient) {
        this.defaults = defaults;
        this.optOuts = optOuts;
        this.recipient = recipient;
    }

    Delivery ofText() {
        return fromNumber(defaults.numberForTexts());
    }

    Delivery ofCall() {
        return defaults.assistant().isEmpty()
                ? new Impossible(ReasonCode.MISSING_ASSISTANT)
                : fromNumber(defaults.numberForCalls());
    }

    Delivery ofEmail() {
        var inbox = defaults.inbox();
        var mailbox = Addresses.mailbox(recipient.email());
        if (inbox.isEmpty()) {
            return new Impossible(ReasonCode.MISSING_INBOX);
        }
        if (mailbox.isEmpty()) {
            return new Impossible(ReasonCode.MISSING_RECIPIENT_EMAIL);
        }
        return unlessOptedOut(fromInbox(inbox.get(), mailbox.get()));
    }

    private Delivery fromNumber(Optional<PhoneNumber> number) {
        var phone = Addresses.e164(recipient.phone());
        if (number.isEmpty()) {
            return new Impossible(ReasonCode.MISSING_PHONE_NUMBER);
        }
        if (phone.isEmpty()) {
            return new Impossible(ReasonCode.MISSING_RECIPIENT_PHONE);
        }
        return unlessOptedOut(fromNumber(number.get(), phone.get()));
    }

    private Delivery unlessOptedOut(Possible way) {
        return optOuts.contain(way.senderId(), Addresses.comparable(way.to()))
                ? new Impossible(ReasonCode.RECIPIENT_OPTED_OUT)
                : way;
    }

    private static Possible fromNumber(PhoneNumber number, String to) {
        return new Possible(number.id(), number.ratePerSecond(), number.e164(), to);
    }

    private static Possible fromInbox(Inbox inbox, String to) {
        return new Possible(inbox.id(), inbox.ratePerSecond(), inbox.address(), to);
    }
}
