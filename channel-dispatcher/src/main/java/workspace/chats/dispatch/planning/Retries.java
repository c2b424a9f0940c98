package workspace.chats.dispatch.planning;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import workspace.chats.events.ChatEvent.MessageRetryRequested;
import workspace.chats.events.DispatchEvent.MessageRetryRefused;
import workspace.chats.events.Event;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.effect.EffectLedger;
import workspace.chats.messaging.effect.EffectNews;
import workspace.chats.messaging.effect.LastAttempt;
import workspace.chats.messaging.effect.PlannedEffect;
import workspace.chats.messaging.inbox.ReceivedEvent;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.outbox.OutboxEntry;
import workspace.chats.messaging.seal.Sealer;

/**
 * Wishes to send a message again. The ledger decides; when it refuses, the wish is answered with
 * where the last attempt stands, for whoever wished saw something else.
 */
@Component
final class Retries {

    private final EffectLedger ledger;
    private final EffectNews news;
    private final Outbox outbox;
    private final Sealer sealer;
    private final Ids ids;
    private final Clock clock;

    Retries(
            EffectLedger ledger,
            EffectNews news,
            Outbox outbox,
            Sealer sealer,
            Ids ids,
            Clock clock) {
        this.ledger = ledger;
        this.news = news;
        this.outbox = outbox;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    void plan(ReceivedEvent received) {
        if (received.event() instanceof MessageRetryRequested wish) {
            MessagePlan.of(received)
                    .map(next -> next.readableBy(sealer))
                    .ifPresent(next -> plan(next, wish.confirmUnknown()));
        }
    }

    private void plan(PlannedEffect next, boolean confirmUnknown) {
        switch (ledger.planNext(next, confirmUnknown)) {
            case PLANNED, KNOWN -> {}
            case TAKEN, UNDER_WAY, UNCONFIRMED ->
                    ledger.last(next.workspaceId(), next.subjectId())
                            .ifPresent(last -> refuse(next, last));
        }
    }

    private void refuse(PlannedEffect next, LastAttempt last) {
        var now = clock.instant();
        tell(
                next,
                last,
                new MessageRetryRefused(
                        next.workspaceId(),
                        next.chatId(),
                        next.subjectId(),
                        next.attempt(),
                        last.effect().attempt(),
                        now));
        var outcome = last.outcome();
        if (outcome != null) {
            tell(next, last, news.of(last.effect(), outcome, now));
        }
    }

    private void tell(PlannedEffect next, LastAttempt last, Event event) {
        outbox.append(
                List.of(new OutboxEntry(ids.next(), event, last.version(), next.traceparent())));
    }
}
