package workspace.chats.messaging.relay;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.debezium.engine.spi.OffsetCommitPolicy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workspace.chats.events.EventMeta;

/**
 * The relay by Debezium's embedded engine. The replication slot is the only position: the engine
 * remembers nothing, so it cannot skip anything by a memory that is wrong.
 */
final class DebeziumRelay implements Relay {

    private static final Logger log = LoggerFactory.getLogger(DebeziumRelay.class);
    private static final Duration CLOSE_AGAIN = Duration.ofMillis(50);

    /** So many changes at a time come only under load (a few hundred a second). */
    private static final int MANY = 4;

    /**
     * Then more of them gather meanwhile: a batch costs the relay, Kafka and every consumer about
     * the same, whatever is in it, and an event waits half of that time more.
     */
    private static final Duration GATHERING = Duration.ofMillis(25);

    private final ReplicationSlot slot;
    private final Marks marks;
    private final Delivery delivery;
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    DebeziumRelay(Outlet outlet, String slotName, Properties configuration) {
        this.slot = new ReplicationSlot(outlet.jdbc(), slotName);
        this.marks = outlet.marks();
        this.delivery = outlet.delivery();
        this.engine =
                DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                        .using(configuration)
                        .using(OffsetCommitPolicy.always())
                        .using((success, message, error) -> failure = error)
                        .notifying(this::handle)
                        .build();
    }

    static DebeziumRelay over(Outlet outlet, RelayDatabase database, RelaySettings settings) {
        return new DebeziumRelay(
                outlet,
                DebeziumConfiguration.slotName(database),
                DebeziumConfiguration.of(database, settings));
    }

    @Override
    public void run() throws InterruptedException {
        try {
            prepare();
            if (!closing) {
                engine.run();
            }
        } finally {
            ended.countDown();
        }
        if (!closing) {
            throw new RelayFailed(failure);
        }
    }

    private void prepare() throws InterruptedException {
        if (!slot.isLimited()) {
            log.warn("max_slot_wal_keep_size is not set: a relay that is down may fill the disk");
        }
        slot.takeFromOthers();
        var fault = slot.makeIfNeeded();
        if (fault.isPresent()) {
            heal(fault.get());
        }
        marks.put();
    }

    /** In a new database there is nothing to heal, but there may be events. */
    private void heal(Fault fault) throws InterruptedException {
        var isNew = !marks.isAnyPut();
        var swept = delivery.sweepEverything();
        if (!isNew) {
            delivery.healed(fault, swept);
        }
    }

    /** Nothing is marked as processed before Kafka has it all and the rows are gone. */
    private void handle(
            List<RecordChangeEvent<SourceRecord>> batch,
            RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        delivery.relay(batch.stream().flatMap(change -> row(change.record()).stream()).toList());
        batch.stream()
                .flatMapToLong(change -> mark(change.record()))
                .max()
                .ifPresent(marks::passed);
        for (var change : batch) {
            committer.markProcessed(change);
        }
        committer.markBatchFinished();
        if (batch.size() >= MANY) {
            Thread.sleep(GATHERING);
        }
    }

    private static LongStream mark(SourceRecord record) {
        return record.topic().endsWith("." + Marks.TABLE)
                ? LongStream.of(((Struct) record.value()).getStruct("after").getInt64("id"))
                : LongStream.empty();
    }

    /** Nothing for our marks. */
    private static Optional<OutboxRow> row(SourceRecord record) {
        if (record.headers().lastWithName(EventMeta.ID) == null) {
            return Optional.empty();
        }
        var headers = new HashMap<String, String>();
        for (var header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), header.value().toString());
            }
        }
        var payload = bytes((ByteBuffer) record.value());
        var position = Long.parseLong(headers.remove(DebeziumConfiguration.POSITION));
        return Optional.of(OutboxRow.of(position, record.topic(), EventMeta.of(headers), payload));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public RetainedLog retained() {
        return slot.retained();
    }

    /** The engine refuses to close while it starts or closes already: ask again. */
    @Override
    public void close() {
        closing = true;
        try {
            while (!ended.await(CLOSE_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                closeEngine();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeEngine() {
        try {
            engine.close();
        } catch (IllegalStateException notNow) {
            log.debug("the engine does not close yet");
        } catch (IOException failed) {
            log.warn("the engine closed badly: {}", RelayFailed.describe(failed));
        }
    }
}
