package workspace.chats.messaging.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * The one way from the outbox to Kafka, for the relay and for the sweep: sends a batch, waits for
 * every acknowledgement, deletes the rows. One batch at a time, so that the two never mix a chat's
 * events.
 */
final class Delivery {

    private static final int SWEPT_AT_ONCE = 500;

    /** A commit that waits for a standby's answer takes that long to become visible, at most. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Producer<String, byte[]> kafka;
    private final OutboxRows rows;
    private final RelayMetrics metrics;
    private final Clock clock;
    private final Map<UUID, Instant> undeleted = new HashMap<>();
    private volatile Instant lastRelayed;
    private volatile Instant newestRelayed = Instant.EPOCH;

    Delivery(Producer<String, byte[]> kafka, OutboxRows rows, RelayMetrics metrics, Clock clock) {
        this.kafka = kafka;
        this.rows = rows;
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
            deliver(batch);
            newestRelayed = batch.getLast().time();
            metrics.relayed(batch.size());
        } finally {
            lastRelayed = clock.instant();
            oneAtATime.unlock();
        }
    }

    /**
     * Delivers some of what has been lying in the outbox since before that moment, oldest first,
     * unless a batch is on its way already.
     */
    void sweep(Instant insertedBefore) throws InterruptedException {
        if (oneAtATime.tryLock()) {
            try {
                deleteLate();
                deliverLeft(insertedBefore);
            } finally {
                oneAtATime.unlock();
            }
        }
    }

    /** Delivers all that lies in the outbox now. */
    void sweepEverything() throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            var now = rows.now();
            int left;
            do {
                left = deliverLeft(now);
            } while (left == SWEPT_AT_ONCE);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** True when the relay has had nothing to deliver for that long. */
    boolean quietFor(Duration time) {
        return !oneAtATime.isLocked() && lastRelayed.plus(time).isBefore(clock.instant());
    }

    /** When the newest event that the relay delivered had happened. */
    Instant newestRelayed() {
        return newestRelayed;
    }

    private int deliverLeft(Instant insertedBefore) throws InterruptedException {
        var left = rows.insertedBefore(insertedBefore, SWEPT_AT_ONCE);
        deliver(left);
        metrics.swept(left.size());
        return left.size();
    }

    private void deliver(List<OutboxRow> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        var sent = batch.stream().map(row -> kafka.send(row.record())).toList();
        try {
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (ExecutionException refused) {
            throw new RelayFailed(refused.getCause());
        }
        delete(batch.stream().map(OutboxRow::id).toList());
    }

    /**
     * The log is read before a commit becomes visible, so a row may be acknowledged by Kafka and
     * still not be there for us to delete. Those are tried again with the next sweep, lest it
     * delivers them twice; what is not there for good had been deleted before.
     */
    private void delete(List<UUID> acknowledged) {
        var now = clock.instant();
        acknowledged.forEach(id -> undeleted.put(id, now));
        rows.delete(acknowledged).forEach(undeleted::remove);
    }

    private void deleteLate() {
        if (!undeleted.isEmpty()) {
            rows.delete(undeleted.keySet()).forEach(undeleted::remove);
            var longAgo = clock.instant().minus(LATE);
            undeleted.values().removeIf(longAgo::isAfter);
        }
    }
}
