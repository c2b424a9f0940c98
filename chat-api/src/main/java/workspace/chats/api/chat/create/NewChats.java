package workspace.chats.api.chat.create;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import workspace.chats.api.chat.Attendee;
import workspace.chats.api.chat.Chat;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.chat.Chats;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.Message;
import workspace.chats.api.chat.Participant;
import workspace.chats.api.chat.PhoneCall;
import workspace.chats.api.chat.create.NewChat.FirstCall;
import workspace.chats.api.chat.create.NewChat.FirstMessage;
import workspace.chats.api.chat.delivery.DeliverySettings;
import workspace.chats.api.timeline.Timeline;
import workspace.chats.api.timeline.TimelineStep;
import workspace.chats.api.timeline.What;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.Ids;

/**
 * Turns an accepted chat into rows and into the event that tells the others, within the caller's
 * transaction.
 */
@Component
public class NewChats {

    private final Chats chats;
    private final Announcements announcements;
    private final Timeline timeline;
    private final Ids ids;
    private final Clock clock;
    private final Duration expiresAfter;

    NewChats(
            Chats chats,
            Announcements announcements,
            Timeline timeline,
            Ids ids,
            Clock clock,
            DeliverySettings settings) {
        this.chats = chats;
        this.announcements = announcements;
        this.timeline = timeline;
        this.ids = ids;
        this.clock = clock;
        this.expiresAfter = settings.expiresAfter();
    }

    /** The key has to be new. */
    public ChatSnapshot write(Key key, NewChat accepted) {
        // the database keeps microseconds, and what is answered now is what a GET says later
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var chat = new Chat(key, accepted.details(), now);
        var expiresAt = now.plus(expiresAfter);
        var snapshot =
                new ChatSnapshot(
                        chat,
                        attendees(accepted),
                        message(chat, accepted.message(), expiresAt),
                        call(chat, accepted.call(), expiresAt));
        chats.add(
                chat,
                participants(chat, snapshot.participants()),
                snapshot.initialMessage(),
                snapshot.call());
        announcements.announce(snapshot, accepted, expiresAt);
        timeline.append(key.workspaceId(), failures(snapshot));
        return snapshot;
    }

    /** Of everything else that comes with a chat, its rows tell. */
    private static List<TimelineStep> failures(ChatSnapshot snapshot) {
        var message = snapshot.initialMessage();
        var call = snapshot.call();
        var steps = new ArrayList<TimelineStep>();
        if (message != null && message.reason() != null) {
            steps.add(failed(What.MESSAGE_STATUS, snapshot, message.id(), message.reason()));
        }
        if (call != null && call.reason() != null) {
            steps.add(failed(What.CALL_STATUS, snapshot, call.id(), call.reason()));
        }
        return steps;
    }

    private static TimelineStep failed(
            What what, ChatSnapshot snapshot, UUID subjectId, ReasonCode reason) {
        return TimelineStep.status(
                what, snapshot.chat().id(), subjectId, 1, "failed", reason.code());
    }

    private List<Attendee> attendees(NewChat accepted) {
        return accepted.participants().stream()
                .map(g -> new Attendee(ids.next(), g.memberId(), g.role(), g.displayName()))
                .toList();
    }

    private @Nullable Message message(Chat chat, @Nullable FirstMessage first, Instant expiresAt) {
        if (first == null) {
            return null;
        }
        var message =
                Message.initial(
                        chat, ids.next(), first.text(), first.delivery().reason(), expiresAt);
        chat.begin(message);
        return message;
    }

    private @Nullable PhoneCall call(Chat chat, @Nullable FirstCall first, Instant expiresAt) {
        if (first == null) {
            return null;
        }
        var call = new PhoneCall(chat, ids.next(), first.delivery().reason(), expiresAt);
        chat.begin(call);
        return call;
    }

    private static List<Participant> participants(Chat chat, List<Attendee> attendees) {
        var key = new Key(chat.workspaceId(), chat.id());
        return IntStream.range(0, attendees.size())
                .mapToObj(i -> participant(key, attendees.get(i), i))
                .toList();
    }

    private static Participant participant(Key chat, Attendee attendee, int position) {
        return new Participant(chat, attendee.id(), attendee.memberId(), attendee.role(), position);
    }
}
