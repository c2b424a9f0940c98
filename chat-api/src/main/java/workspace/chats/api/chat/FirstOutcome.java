package workspace.chats.api.chat;

import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;

/**
 * What became of the chat's first message, or of its call when that failed: an error stands here if
 * and only if one of them did.
 */
record FirstOutcome(MessageStatus status, @Nullable ReasonCode error, @Nullable Boolean simulated) {

    private static final FirstOutcome NOTHING = new FirstOutcome(MessageStatus.NONE, null, null);

    static FirstOutcome of(@Nullable Message message, @Nullable PhoneCall call) {
        if (message != null) {
            return of(message);
        }
        return call == null ? NOTHING : of(call);
    }

    private static FirstOutcome of(Message message) {
        boolean failed = message.status() == MessageStatus.FAILED;
        return new FirstOutcome(
                message.status(), failed ? message.reason() : null, message.simulated());
    }

    private static FirstOutcome of(PhoneCall call) {
        return call.hasFailed()
                ? new FirstOutcome(MessageStatus.FAILED, call.reason(), call.simulated())
                : new FirstOutcome(MessageStatus.NONE, null, call.simulated());
    }
}
