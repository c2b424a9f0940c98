package workspace.chats.messaging.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import workspace.chats.events.EventMeta;
import workspace.chats.events.Topics;

/** What Kafka's producer does not promise by itself: each chat's order, whatever fails. */
class KafkaPostTest {

    private static final UUID ANN = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final FarKafka kafka = new FarKafka();
    private final AtomicBoolean leads = new AtomicBoolean(true);
    private final KafkaPost post = new KafkaPost(kafka, leads::get);

    @Test
    void sendsAtOnce_whatIsOfDifferentChats_andEachChatsInTurn() {
        var batch = List.of(row(ANN, 1), row(BOB, 1), row(ANN, 2), row(ANN, 3), row(BOB, 2));

        assertThat(KafkaPost.waves(batch).stream().map(KafkaPostTest::places))
                .containsExactly(List.of("1/1", "2/1"), List.of("1/2", "2/2"), List.of("1/3"));
    }

    @Test
    void handsAnEventOver_onlyWhenTheOneBeforeItIsAcknowledged() {
        var posted = posting(row(ANN, 1), row(BOB, 1), row(ANN, 2));
        awaitSent("1/1", "2/1");
        kafka.completeNext();
        assertThat(kafka.sent()).containsExactly("1/1", "2/1");

        kafka.completeNext();
        awaitSent("1/1", "2/1", "1/2");
        assertThat(posted).isNotDone();

        kafka.completeNext();
        assertThat(posted).succeedsWithin(PATIENCE);
    }

    @Test
    void handsNothingMoreOver_whenOneIsNotAcknowledged() {
        var posted = posting(row(ANN, 1), row(BOB, 1), row(ANN, 2));
        awaitSent("1/1", "2/1");

        kafka.errorNext(new TimeoutException());
        kafka.completeNext();

        assertThat(posted).failsWithin(PATIENCE);
        assertThat(kafka.sent()).containsExactly("1/1", "2/1");
    }

    @Test
    void asksAgain_whileKafkaIsOutOfReach_insteadOfGoingOnWithTheNext() {
        kafka.isOutOfReachFor(3);

        var posted = posting(row(ANN, 1), row(BOB, 1));
        awaitSent("1/1", "2/1");
        kafka.completeNext();
        kafka.completeNext();

        assertThat(posted).succeedsWithin(PATIENCE);
    }

    @Test
    void givesUp_whenItMayNotDeliverAnyMore() {
        leads.set(false);

        assertThatExceptionOfType(RelayFailed.class)
                .isThrownBy(() -> post.post(List.of(row(ANN, 1))))
                .withMessage("its lock is lost");
        assertThat(kafka.sent()).isEmpty();
    }

    private CompletableFuture<?> posting(OutboxRow... batch) {
        return CompletableFuture.runAsync(() -> {
            try {
                post.post(List.of(batch));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
    }

    private void awaitSent(String... places) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.sent()).containsExactly(places));
    }

    private static OutboxRow row(UUID chat, int sequence) {
        var meta = RelayWorld.meta(chat, sequence);
        var payload = RelayWorld.payload(sequence);
        return OutboxRow.of(sequence, Topics.CHAT_EVENTS, meta, payload);
    }

    private static List<String> places(List<OutboxRow> rows) {
        return rows.stream().map(row -> place(row.record())).toList();
    }

    /** The chat and which of its events it is. */
    private static String place(ProducerRecord<String, byte[]> record) {
        var chat = UUID.fromString(record.key()).getLeastSignificantBits();
        var sequence = record.headers().lastHeader(EventMeta.SEQUENCE).value();
        return chat + "/" + Long.parseLong(new String(sequence, UTF_8));
    }

    /**
     * Says at once that there is no broker, as the real one does when it has found none in time.
     */
    private static final class FarKafka extends MockProducer<String, byte[]> {

        private final AtomicInteger outOfReach = new AtomicInteger();

        FarKafka() {
            super(
                    false,
                    new RoundRobinPartitioner(),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }

        void isOutOfReachFor(int times) {
            outOfReach.set(times);
        }

        List<String> sent() {
            return history().stream().map(KafkaPostTest::place).toList();
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            return outOfReach.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                    ? CompletableFuture.failedFuture(new TimeoutException())
                    : super.send(record);
        }
    }
}
