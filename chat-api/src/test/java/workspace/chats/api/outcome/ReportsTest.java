package workspace.chats.api.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import workspace.chats.events.CallEvent.CallFailed;
import workspace.chats.events.CallEvent.CallPlaced;
import workspace.chats.events.CallEvent.CallStatusChanged;
import workspace.chats.events.CallEvent.CallUnknown;
import workspace.chats.events.CallStatus;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageDeferred;
import workspace.chats.events.DispatchEvent.MessageDelivered;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageReceived;
import workspace.chats.events.DispatchEvent.MessageRetryRefused;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.DispatchEvent.OptOutReported;
import workspace.chats.events.ReasonCode;

@NullMarked
class ReportsTest {

    private final UUID workspace = new UUID(0, 1);
    private final UUID chat = new UUID(0, 2);
    private final UUID id = new UUID(0, 3);
    private final Instant at = Instant.EPOCH;

    @Test
    void sayWhatBecameOfAMessage() {
        var invalid = ReasonCode.RECIPIENT_INVALID;
        var reports =
                MessageReports.in(
                        List.of(
                                new MessageAccepted(workspace, chat, id, 1, true, at),
                                new MessageDelivered(workspace, chat, id, 2, at),
                                new MessageFailed(workspace, chat, id, 3, invalid, "21211", at),
                                new MessageDeferred(workspace, chat, id, 4, at, at),
                                new MessageUnknown(workspace, chat, id, 5, at),
                                new MessageRetryRefused(workspace, chat, id, 7, 6, at)));

        assertThat(reports)
                .containsExactly(
                        report(Standing.accepted(1, true)),
                        report(Standing.of(2, Status.DELIVERED)),
                        report(Standing.failed(3, invalid, "21211")),
                        report(Standing.of(4, Status.DEFERRED)),
                        report(Standing.of(5, Status.UNKNOWN)),
                        new Report(
                                new SubjectRef(workspace, chat, id),
                                Standing.of(6, Status.PENDING),
                                7));
    }

    @Test
    void areNotInAnOptOut() {
        var optOut = new OptOutReported(workspace, chat, id, id, at, null);

        assertThat(MessageReports.in(List.of(optOut))).isEmpty();
    }

    @Test
    void refuseAnInboundMessage_ratherThanLosingIt() {
        var inbound = new MessageReceived(workspace, chat, id, id, at, null);

        assertThatThrownBy(() -> MessageReports.in(List.of(inbound)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void sayWhatBecameOfACall() {
        var unavailable = ReasonCode.PROVIDER_UNAVAILABLE;
        var reports =
                CallReports.in(
                        List.of(
                                new CallPlaced(workspace, chat, id, 1, true, at),
                                new CallFailed(workspace, chat, id, 2, unavailable, "503", at),
                                new CallUnknown(workspace, chat, id, 3, at)));

        assertThat(reports)
                .containsExactly(
                        report(Standing.accepted(1, true)),
                        report(Standing.failed(2, unavailable, "503")),
                        report(Standing.of(3, Status.UNKNOWN)));
    }

    @ParameterizedTest
    @EnumSource
    void sayHowFarACallGot(CallStatus status) {
        assertThat(moved(status, null).status().name()).isEqualTo(status.name());
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, CALL_BUSY",
        "NO_ANSWER, CALL_NO_ANSWER",
        "FAILED, CALL_FAILED",
        "CANCELED, CALL_CANCELED"
    })
    void giveAReason_whenACallEndsBadlyWithoutOne(CallStatus status, ReasonCode expected) {
        var given = ReasonCode.ASSISTANT_UNREACHABLE;

        assertThat(moved(status, null).reason()).isEqualTo(expected);
        assertThat(moved(status, given).reason()).isEqualTo(given);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "UNKNOWN", "ACCEPTED", "RINGING", "ANSWERED", "COMPLETED"})
    void giveNoReason_whenACallGoesWell(CallStatus status) {
        assertThat(moved(status, ReasonCode.CALL_BUSY).reason()).isNull();
    }

    private Standing moved(CallStatus status, @Nullable ReasonCode reason) {
        var event = new CallStatusChanged(workspace, chat, id, 1, status, reason, at);
        return CallReports.in(List.of(event)).getFirst().standing();
    }

    private Report report(Standing standing) {
        return new Report(new SubjectRef(workspace, chat, id), standing);
    }
}
