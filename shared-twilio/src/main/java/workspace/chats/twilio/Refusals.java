package workspace.chats.twilio;

import java.util.Optional;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Answer;

/**
 * What an HTTP error of Twilio's means for the one attempt that met it. The status decides whether
 * it was taken, the code only names the reason; a code that the table lacks is counted.
 */
final class Refusals {

    private final TwilioCodes codes;

    Refusals(TwilioCodes codes) {
        this.codes = codes;
    }

    Answer answer(int status, Optional<Integer> code, ReasonCode otherwise) {
        var reason = code.flatMap(codes::reason);
        var number = code.map(String::valueOf).orElse(null);
        if (status == 429) {
            return new Answer.NotSent(ReasonCode.PROVIDER_THROTTLED, number);
        }
        if (status >= 400 && status < 500) {
            var unlisted = byStatus(status, code.isPresent(), otherwise);
            return new Answer.Refused(reason.orElse(unlisted), number);
        }
        return new Answer.Unknown(number);
    }

    /** Twilio itself says 404 with a code, and 407 never: without one, the address is not its. */
    private static ReasonCode byStatus(int status, boolean isTwilios, ReasonCode otherwise) {
        return switch (status) {
            case 401, 403 -> ReasonCode.PROVIDER_AUTH_FAILED;
            case 404, 407 -> isTwilios ? otherwise : ReasonCode.DISPATCH_MISCONFIGURED;
            default -> otherwise;
        };
    }
}
