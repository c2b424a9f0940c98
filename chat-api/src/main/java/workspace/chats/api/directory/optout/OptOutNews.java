package workspace.chats.api.directory.optout;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import workspace.chats.events.ChatEvent.RecipientOptedIn;
import workspace.chats.events.ChatEvent.RecipientOptedOut;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Dial;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

/**
 * Tells the services that send who has opted out or in. Recorded by hand it is about no chat: the
 * sender's id stands in its place, so the words about one sender stay in order. Their sequence is
 * the time, in microseconds.
 */
@Component
class OptOutNews {

    private final Outbox outbox;
    private final Sealer sealer;
    private final Ids ids;
    private final Clock clock;

    OptOutNews(Outbox outbox, Sealer sealer, Ids ids, Clock clock) {
        this.outbox = outbox;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    void optedOut(UUID workspaceId, OptOutEntry entry, Sender sender) {
        var id = ids.next();
        var sealed = sealed(id, EventType.RECIPIENT_OPTED_OUT, workspaceId, entry, sender);
        var chatId = entry.senderId();
        outbox.append(
                id,
                new RecipientOptedOut(workspaceId, chatId, entry.senderId(), entry.since(), sealed),
                sequence(entry.since()));
    }

    void optedIn(UUID workspaceId, OptOutEntry entry, Sender sender) {
        var id = ids.next();
        var at = after(entry.since());
        var sealed = sealed(id, EventType.RECIPIENT_OPTED_IN, workspaceId, entry, sender);
        var chatId = entry.senderId();
        outbox.append(
                id,
                new RecipientOptedIn(workspaceId, chatId, entry.senderId(), at, sealed),
                sequence(at));
    }

    /** Whoever wrote the opt-out may have had a faster clock, and the latest word wins. */
    private Instant after(Instant since) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isAfter(since) ? now : since.plus(1, ChronoUnit.MICROS);
    }

    private Sealed sealed(
            UUID eventId, EventType type, UUID workspaceId, OptOutEntry entry, Sender sender) {
        var context = new SealContext(eventId, type, workspaceId, entry.senderId());
        return sealer.seal(context, content(entry.address(), sender));
    }

    private static Confidential content(String address, Sender sender) {
        return sender.isPhone()
                ? new Confidential(null, Map.of(), null, new Dial(address, sender.address()))
                : new Confidential(
                        null, Map.of(), new Letter(address, sender.address(), null, ""), null);
    }

    private static long sequence(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
