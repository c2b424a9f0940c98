package workspace.chats.messaging.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way from the outbox to Kafka, for the relay and for the sweep: sends a batch, waits for
 * every acknowledgement, deletes the rows. One batch at a time, so that the two never mix a chat's
 * events.
 */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    /** With the longest e-mails (half a megabyte each) as much as there is memory for. */
    private static final int SWEPT_AT_ONCE = 50;

    /** Fair, so that a relay under full load lets the sweep have its turn. */
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    private final KafkaPost kafka;
    private final OutboxRows rows;
    private final RelayMetrics metrics;
    private final Clock clock;
    private final Acknowledged acknowledged;
    private volatile Instant lastRelayed;

    Delivery(KafkaPost kafka, OutboxRows rows, RelayMetrics metrics, Clock clock) {
        this.kafka = kafka;
        this.rows = rows;
        this.acknowledged = new Acknowledged(rows, clock);
        this.metrics = metrics;
        this.clock = clock;
        this.lastRelayed = clock.instant();
    }

    /** Returns when Kafka has all of them; throws {@link RelayFailed} when it may not have. */
    void relay(List<OutboxRow> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        oneAtATime.lockInterruptibly();
        try {
            deliver(withThoseOvertaken(batch));
            metrics.relayed(batch.size());
        } finally {
            lastRelayed = clock.instant();
            oneAtATime.unlock();
        }
    }

    /**
     * Delivers what is still in the outbox of those, because of that fault; false when batches are
     * on their way and nothing was done.
     */
    boolean sweep(Collection<UUID> ids, Fault fault) throws InterruptedException {
        if (!oneAtATime.tryLock(1, TimeUnit.SECONDS)) {
            return false;
        }
        try {
            acknowledged.deleteLate();
            var swept = deliverAll(() -> rows.leftOf(ids, SWEPT_AT_ONCE));
            if (swept > 0) {
                healed(fault, swept);
            }
            return true;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Delivers all that lies in the outbox now; returns how many events that were. */
    int sweepEverything() throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            var now = rows.now();
            return deliverAll(() -> rows.insertedBefore(now, SWEPT_AT_ONCE));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** True when the relay has had nothing to deliver for that long. */
    boolean quietFor(Duration time) {
        return !oneAtATime.isLocked() && lastRelayed.plus(time).isBefore(clock.instant());
    }

    private int deliverAll(Left left) throws InterruptedException {
        var swept = 0;
        for (var some = left.some(); !some.isEmpty(); some = left.some()) {
            deliver(some);
            swept += some.size();
        }
        metrics.swept(swept);
        return swept;
    }

    /** What is still there, oldest first, up to some number. */
    private interface Left {
        List<OutboxRow> some();
    }

    /**
     * An event that waits although a later one of its chat has come was lost on the way. It takes
     * its place.
     */
    private List<OutboxRow> withThoseOvertaken(List<OutboxRow> batch) {
        var overtaken =
                rows.earlierThan(batch).stream()
                        .filter(row -> !acknowledged.has(row.id()))
                        .toList();
        if (overtaken.isEmpty()) {
            return batch;
        }
        metrics.swept(overtaken.size());
        healed(Fault.OVERTAKEN, overtaken.size());
        return Stream.concat(overtaken.stream(), batch.stream())
                .sorted(Comparator.comparingLong(OutboxRow::position))
                .toList();
    }

    /** Says what was wrong and what was done about it. */
    void healed(Fault fault, int events) {
        log.warn("{}: {} events were delivered out of the outbox", fault.words(), events);
        metrics.healed(new Healed(fault, events, clock.instant()));
    }

    private void deliver(List<OutboxRow> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        kafka.post(batch);
        acknowledged.delete(batch.stream().map(OutboxRow::id).toList());
    }
}
