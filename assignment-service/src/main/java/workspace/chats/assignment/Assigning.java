package workspace.chats.assignment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.outbox.OutboxEntry;

/** Gives created chats the assignments they ask for. Asked twice, it makes and says nothing new. */
@Component
class Assigning {

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
    void assign(Collection<ChatCreated> chats) {
        var made = assignments.addNew(wantedBy(chats));
        outbox.append(made.stream().map(this::created).toList());
    }

    private List<Assignment> wantedBy(Collection<ChatCreated> chats) {
        // what PostgreSQL keeps, so that row and event name the same moment
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return chats.stream().flatMap(chat -> Assignment.wantedBy(chat, now).stream()).toList();
    }

    private OutboxEntry created(Assignment assignment) {
        return new OutboxEntry(ids.next(), assignment.created(), FIRST);
    }
}
