package workspace.chats.api.outcome;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.CallEvent;
import workspace.chats.events.CallEvent.CallFailed;
import workspace.chats.events.CallEvent.CallPlaced;
import workspace.chats.events.CallEvent.CallStatusChanged;
import workspace.chats.events.CallEvent.CallUnknown;
import workspace.chats.events.CallStatus;
import workspace.chats.events.ReasonCode;

/** Reads voice-caller's events as reports on calls. */
final class CallReports {

    private CallReports() {}

    static List<Report> in(List<CallEvent> events) {
        return events.stream().map(CallReports::in).toList();
    }

    private static Report in(CallEvent event) {
        return switch (event) {
            case CallPlaced it ->
                    Report.in(it, it.callId(), Standing.accepted(it.attempt(), it.simulated()));
            case CallStatusChanged it -> Report.in(it, it.callId(), moved(it));
            case CallFailed it ->
                    Report.in(
                            it,
                            it.callId(),
                            Standing.failed(it.attempt(), it.reason(), it.providerCode()));
            case CallUnknown it ->
                    Report.in(it, it.callId(), Standing.of(it.attempt(), Status.UNKNOWN));
        };
    }

    private static Standing moved(CallStatusChanged it) {
        var reason = reasonOf(it.status(), it.reason());
        return new Standing(it.attempt(), Status.valueOf(it.status().name()), reason, null, false);
    }

    private static @Nullable ReasonCode reasonOf(CallStatus status, @Nullable ReasonCode given) {
        return switch (status) {
            case PENDING, UNKNOWN, ACCEPTED, RINGING, ANSWERED, COMPLETED -> null;
            case BUSY -> Objects.requireNonNullElse(given, ReasonCode.CALL_BUSY);
            case NO_ANSWER -> Objects.requireNonNullElse(given, ReasonCode.CALL_NO_ANSWER);
            case FAILED -> Objects.requireNonNullElse(given, ReasonCode.CALL_FAILED);
            case CANCELED -> Objects.requireNonNullElse(given, ReasonCode.CALL_CANCELED);
        };
    }
}
