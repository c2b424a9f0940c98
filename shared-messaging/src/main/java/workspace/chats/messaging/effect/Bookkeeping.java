package workspace.chats.messaging.effect;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.effect.Effects.Moved;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.outbox.OutboxEntry;

/** Moves rows and tells others, in one transaction: either both are committed or neither. */
record Bookkeeping(
        TransactionOperations transaction,
        Effects effects,
        Outbox outbox,
        EffectNews news,
        Ids ids,
        Clock clock) {

    /** Writes the steps; those that are not in the answer came too late. */
    Map<UUID, Moved> write(List<Step> steps) {
        if (steps.isEmpty()) {
            return Map.of();
        }
        var entries = new HashMap<UUID, OutboxEntry>();
        steps.forEach(step -> news(step).ifPresent(entry -> entries.put(step.id(), entry)));
        return transaction.execute(_ -> written(steps, entries));
    }

    private Map<UUID, Moved> written(List<Step> steps, Map<UUID, OutboxEntry> entries) {
        var moved = new HashMap<UUID, Moved>();
        effects.write(steps).forEach(row -> moved.put(row.id(), row));
        entries.keySet().retainAll(moved.keySet());
        outbox.append(entries.values());
        return moved;
    }

    private Optional<OutboxEntry> news(Step step) {
        var entry = step.entry();
        return Optional.ofNullable(step.move().outcome())
                .map(outcome -> news.of(entry.effect(), outcome, clock.instant()))
                .map(event ->
                        new OutboxEntry(
                                ids.next(), event, entry.version() + 1, entry.traceparent()));
    }
}
