package workspace.chats.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Why a first message or call did not happen: a closed set of words that are safe to show, log and
 * store.
 */
public enum ReasonCode {
    MISSING_PHONE_NUMBER(
            "No number to send from: none was given and neither workflow nor workspace has a capable one.",
            Retry.AFTER_CHANGE,
            "Name a phoneNumberId, or give the workflow a default number."),
    MISSING_INBOX(
            "No inbox to send from: none was given and neither workflow nor workspace has one.",
            Retry.AFTER_CHANGE,
            "Name an inboxId, or give the workflow a default inbox."),
    MISSING_RECIPIENT_PHONE(
            "The member has no phone number.",
            Retry.AFTER_CHANGE,
            "Add a phone number to the member."),
    MISSING_RECIPIENT_EMAIL(
            "The member has no e-mail address.",
            Retry.AFTER_CHANGE,
            "Add an e-mail address to the member."),
    MISSING_ASSISTANT(
            "A call needs an assistant, and none could be resolved.",
            Retry.AFTER_CHANGE,
            "Name an assistant, or give the workflow an agent."),

    RECIPIENT_OPTED_OUT(
            "The recipient wants no messages from this sender.",
            Retry.NO,
            "Ask the recipient to opt in."),
    RECIPIENT_INVALID(
            "The recipient's number or mailbox does not exist.",
            Retry.AFTER_CHANGE,
            "Correct the member's address."),
    RECIPIENT_NOT_MOBILE(
            "The recipient's number cannot receive texts.",
            Retry.AFTER_CHANGE,
            "Use a mobile number or a call."),
    RECIPIENT_UNREACHABLE("The recipient cannot be reached now.", Retry.LATER, "Try again later."),
    RECIPIENT_BLOCKED(
            "The provider or carrier blocks this recipient.", Retry.NO, "Use another channel."),
    RECIPIENT_MAILBOX_FULL("The recipient's mailbox is full.", Retry.LATER, "Try again later."),

    SENDER_INVALID(
            "The provider refuses the sending number or address.",
            Retry.AFTER_CHANGE,
            "Check the sender's set-up."),
    SENDER_UNREGISTERED(
            "The sender is not registered with the carriers.",
            Retry.AFTER_CHANGE,
            "Register the sending number."),
    REGION_NOT_PERMITTED(
            "Sending to this region is switched off.",
            Retry.AFTER_CHANGE,
            "Permit the region at the provider."),
    DISPATCH_MISCONFIGURED(
            "Our request to the provider was not acceptable.",
            Retry.AFTER_CHANGE,
            "Check the service's settings."),
    PROVIDER_AUTH_FAILED(
            "The provider refused our credentials.",
            Retry.AFTER_CHANGE,
            "Check the provider's credentials."),
    PROVIDER_ACCOUNT_BLOCKED(
            "The provider's account is not active or may not do this.",
            Retry.AFTER_CHANGE,
            "Check the account."),

    MESSAGE_EMPTY("The provider saw no text.", Retry.AFTER_CHANGE, "Write a text."),
    MESSAGE_TOO_LONG(
            "The text is too long for the provider.", Retry.AFTER_CHANGE, "Write a shorter text."),
    MESSAGE_REJECTED(
            "The provider refused the message.",
            Retry.AFTER_CHANGE,
            "Change the text or the channel."),
    MESSAGE_FILTERED("A carrier filtered the message.", Retry.AFTER_CHANGE, "Change the text."),
    MESSAGE_EXPIRED(
            "It could not be sent in time and was not sent.",
            Retry.LATER,
            "Send it again if still useful."),

    PROVIDER_THROTTLED(
            "The provider asked us to slow down for too long.", Retry.LATER, "Try again later."),
    PROVIDER_UNAVAILABLE("The provider could not be reached.", Retry.LATER, "Try again later."),
    BUDGET_EXCEEDED(
            "The workspace's hourly budget is used up.", Retry.LATER, "Try again in an hour."),
    DELIVERY_FAILED(
            "The provider took it and could not deliver it.",
            Retry.LATER,
            "Try again or use another channel."),
    DISPATCH_FAILED(
            "It could not be sent.", Retry.LATER, "Try again; if it stays, ask an operator."),
    OUTCOME_UNKNOWN(
            "Nobody can say whether it went out.",
            Retry.AFTER_CHECK,
            "Ask the recipient before sending again."),

    CALL_BUSY("The line was busy.", Retry.LATER, "Try again later."),
    CALL_NO_ANSWER("Nobody answered.", Retry.LATER, "Try again later."),
    CALL_FAILED("The call failed.", Retry.LATER, "Try again later."),
    CALL_CANCELED("The call was canceled.", Retry.LATER, "Try again if still useful."),
    CALL_EXPIRED(
            "The call could not be placed in time and was not placed.",
            Retry.LATER,
            "Try again if still useful."),
    VOICE_SETUP_FAILED(
            "The provider could not fetch or read our call instructions.",
            Retry.AFTER_CHANGE,
            "Check the set-up."),
    ASSISTANT_UNREACHABLE(
            "The call could not reach the assistant.",
            Retry.AFTER_CHANGE,
            "Check the assistant's address.");

    private final String meaning;
    private final Retry retry;
    private final String advice;

    ReasonCode(String meaning, Retry retry, String advice) {
        this.meaning = meaning;
        this.retry = retry;
        this.advice = advice;
    }

    /** The code as clients see it, for example {@code recipient_opted_out}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }

    public Retry retry() {
        return retry;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }

    /**
     * The code of that name; a code from a newer version of the contract reads as {@link
     * #DISPATCH_FAILED}.
     */
    @JsonCreator
    public static ReasonCode of(String code) {
        for (var reason : values()) {
            if (reason.code().equals(code)) {
                return reason;
            }
        }
        return DISPATCH_FAILED;
    }

    /** Whether a person's retry can help. */
    public enum Retry {
        NO,
        LATER,
        AFTER_CHANGE,
        AFTER_CHECK
    }
}
