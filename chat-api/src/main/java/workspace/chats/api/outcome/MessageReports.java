package workspace.chats.api.outcome;

import java.util.List;
import java.util.stream.Stream;
import workspace.chats.events.DispatchEvent;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageDeferred;
import workspace.chats.events.DispatchEvent.MessageDelivered;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageReceived;
import workspace.chats.events.DispatchEvent.MessageRetryRefused;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.DispatchEvent.OptOutReported;

/** Reads channel-dispatcher's events as reports on messages. */
final class MessageReports {

    private MessageReports() {}

    static List<Report> in(List<DispatchEvent> events) {
        return events.stream().flatMap(MessageReports::in).toList();
    }

    private static Stream<Report> in(DispatchEvent event) {
        return switch (event) {
            case MessageAccepted it -> Stream.of(accepted(it));
            case MessageDelivered it ->
                    Stream.of(
                            Report.in(
                                    it,
                                    it.messageId(),
                                    Standing.of(it.attempt(), Status.DELIVERED)));
            case MessageDeferred it ->
                    Stream.of(
                            Report.in(
                                    it,
                                    it.messageId(),
                                    Standing.of(it.attempt(), Status.DEFERRED)));
            case MessageUnknown it ->
                    Stream.of(
                            Report.in(
                                    it, it.messageId(), Standing.of(it.attempt(), Status.UNKNOWN)));
            case MessageFailed it -> Stream.of(failed(it));
            case MessageRetryRefused it -> Stream.of(refused(it));
            case OptOutReported it -> Stream.empty();
            // refused, so that the dead letters keep it until inbound texts have a place
            case MessageReceived it -> throw new UnsupportedOperationException("inbound message");
        };
    }

    private static Report refused(MessageRetryRefused it) {
        return new Report(
                new SubjectRef(it.workspaceId(), it.chatId(), it.messageId()),
                Standing.of(it.standingAttempt(), Status.PENDING),
                it.attempt());
    }

    private static Report accepted(MessageAccepted it) {
        return Report.in(it, it.messageId(), Standing.accepted(it.attempt(), it.simulated()));
    }

    private static Report failed(MessageFailed it) {
        return Report.in(
                it, it.messageId(), Standing.failed(it.attempt(), it.reason(), it.providerCode()));
    }
}
