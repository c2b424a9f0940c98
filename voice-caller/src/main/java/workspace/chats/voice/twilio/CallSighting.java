package workspace.chats.voice.twilio;

import com.twilio.rest.api.v2010.account.Call;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Look;
import workspace.chats.messaging.effect.LookWindow;

/** What a call in Twilio's list says about an attempt whose answer was lost. */
final class CallSighting {

    private CallSighting() {}

    static boolean isWithin(LookWindow window, @Nullable ZonedDateTime created) {
        return created != null && window.holds(created.toInstant());
    }

    /**
     * Whatever else Twilio says of it, a call in the list was placed: busy and unanswered ones too,
     * and ones whose status is new to us.
     */
    static Look.Candidate of(Call call) {
        return new Look.Candidate(call.getSid(), refusal(call.getStatus()), null);
    }

    private static @Nullable ReasonCode refusal(Call.@Nullable Status status) {
        return switch (status) {
            case FAILED -> ReasonCode.CALL_FAILED;
            case CANCELED -> ReasonCode.CALL_CANCELED;
            case null, default -> null;
        };
    }
}
