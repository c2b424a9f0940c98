package workspace.chats.assignment;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.EventMeta;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.inbox.ReceivedEvent;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.outbox.OutboxEntry;

/** Gives created chats the assignments they ask for. Asked twice, it makes and says nothing new. */
@Component
final class Assigning {

    /** Nothing changes an assignment yet, so the event of its making is all it ever says. */
    private static final long FIRST = 1;

    private final Assignments assignments;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Assigning(Assignments assignments, Outbox outbox, Ids ids, Clock clock) {
        this.assignments = assignments;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Rows and events join the transaction that is open. */
    void assign(List<ReceivedEvent> events) {
        var made = assignments.addNew(wantedBy(events));
        var askedBy = askedBy(events);
        outbox.append(made.stream().map(one -> created(one, askedBy)).toList());
    }

    private List<Assignment> wantedBy(List<ReceivedEvent> events) {
        // what PostgreSQL keeps, so that row and event name the same moment
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return events.stream()
                .map(ReceivedEvent::event)
                .filter(ChatCreated.class::isInstance)
                .map(chat -> Assignment.wantedBy((ChatCreated) chat, now))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Map<UUID, EventMeta> askedBy(List<ReceivedEvent> events) {
        return events.stream()
                .map(ReceivedEvent::meta)
                .collect(toMap(EventMeta::chatId, meta -> meta, (first, again) -> first));
    }

    /** In the trace of the chat that asked for it. */
    private OutboxEntry created(Assignment assignment, Map<UUID, EventMeta> askedBy) {
        var trace = requireNonNull(askedBy.get(assignment.chatId())).traceparent();
        return new OutboxEntry(ids.next(), assignment.created(), FIRST, trace);
    }
}
