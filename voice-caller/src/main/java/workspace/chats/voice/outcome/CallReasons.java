package workspace.chats.voice.outcome;

import workspace.chats.events.ReasonCode;

/**
 * Reasons for calls: one provider's table serves texts and calls, and some of its words are about
 * texts.
 */
final class CallReasons {

    private CallReasons() {}

    /** The same reason, or {@code call_failed} for one that says nothing about a call. */
    static ReasonCode of(ReasonCode reason) {
        return switch (reason) {
            case MESSAGE_EXPIRED -> ReasonCode.CALL_EXPIRED;
            case MESSAGE_EMPTY,
                    MESSAGE_TOO_LONG,
                    MESSAGE_REJECTED,
                    MESSAGE_FILTERED,
                    MISSING_INBOX,
                    MISSING_RECIPIENT_EMAIL,
                    RECIPIENT_NOT_MOBILE,
                    RECIPIENT_MAILBOX_FULL,
                    DELIVERY_FAILED,
                    DISPATCH_FAILED ->
                    ReasonCode.CALL_FAILED;
            case MISSING_PHONE_NUMBER,
                    MISSING_RECIPIENT_PHONE,
                    MISSING_ASSISTANT,
                    RECIPIENT_OPTED_OUT,
                    RECIPIENT_INVALID,
                    RECIPIENT_UNREACHABLE,
                    RECIPIENT_BLOCKED,
                    SENDER_INVALID,
                    SENDER_UNREGISTERED,
                    REGION_NOT_PERMITTED,
                    DISPATCH_MISCONFIGURED,
                    PROVIDER_AUTH_FAILED,
                    PROVIDER_ACCOUNT_BLOCKED,
                    PROVIDER_THROTTLED,
                    PROVIDER_UNAVAILABLE,
                    BUDGET_EXCEEDED,
                    OUTCOME_UNKNOWN,
                    CALL_BUSY,
                    CALL_NO_ANSWER,
                    CALL_FAILED,
                    CALL_CANCELED,
                    CALL_EXPIRED,
                    VOICE_SETUP_FAILED,
                    ASSISTANT_UNREACHABLE ->
                    reason;
        };
    }
}
