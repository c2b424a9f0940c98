package workspace.chats.dispatch.sms;

import com.twilio.rest.api.v2010.account.Message;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Answer;
import workspace.chats.messaging.effect.Look;
import workspace.chats.twilio.TwilioCodes;

/** What a message that exists at Twilio means for the effect it was made for. */
@Component
final class SmsAnswers {

    private static final Set<Message.Status> GIVEN_UP =
            EnumSet.of(Message.Status.FAILED, Message.Status.UNDELIVERED, Message.Status.CANCELED);

    private final TwilioCodes codes;

    SmsAnswers(TwilioCodes codes) {
        this.codes = codes;
    }

    Answer answer(Message message) {
        if (message.getSid() == null) {
            return new Answer.Unknown(null);
        }
        return isGivenUp(message)
                ? new Answer.Refused(reason(message), code(message), message.getSid())
                : new Answer.Accepted(message.getSid());
    }

    Look.Candidate candidate(Message message) {
        return isGivenUp(message)
                ? new Look.Candidate(message.getSid(), reason(message), code(message))
                : new Look.Candidate(message.getSid(), null, null);
    }

    private ReasonCode reason(Message message) {
        return Optional.ofNullable(message.getErrorCode())
                .flatMap(codes::reason)
                .orElse(ReasonCode.DELIVERY_FAILED);
    }

    /** A status that is new to us is no failure. */
    private boolean isGivenUp(Message message) {
        codes.seen(message.getStatus(), "message");
        return message.getStatus() != null && GIVEN_UP.contains(message.getStatus());
    }

    private static @Nullable String code(Message message) {
        return message.getErrorCode() == null ? null : String.valueOf(message.getErrorCode());
    }
}
