package workspace.chats.messaging.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to Kafka so that none is on its way before the one before it of the same chat is
 * acknowledged. A producer alone does not keep their order: it gives up what it could not send in
 * time, or found no broker for, and sends what comes after that as soon as Kafka is back.
 */
final class KafkaPost {

    private static final Logger log = LoggerFactory.getLogger(KafkaPost.class);

    private final Producer<String, byte[]> kafka;
    private final BooleanSupplier mayDeliver;

    /**
     * @param mayDeliver false when the right to deliver may have gone to another instance
     */
    KafkaPost(Producer<String, byte[]> kafka, BooleanSupplier mayDeliver) {
        this.kafka = kafka;
        this.mayDeliver = mayDeliver;
    }

    /**
     * Returns when Kafka has all of them; throws {@link RelayFailed} when it may not have. Of each
     * chat it has the first ones then, or none.
     */
    void post(List<OutboxRow> batch) throws InterruptedException {
        for (var wave : waves(batch)) {
            postAtOnce(wave);
        }
    }

    /** In the first wave what is the first of its chat, in the second the second, and so on. */
    static List<List<OutboxRow>> waves(List<OutboxRow> batch) {
        var waves = new ArrayList<List<OutboxRow>>();
        var earlier = new HashMap<UUID, Integer>();
        for (var row : batch) {
            int wave = earlier.merge(row.chatId(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(row);
        }
        return waves;
    }

    private void postAtOnce(List<OutboxRow> wave) throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var row : wave) {
            sent.add(handedOver(row));
        }
        awaitAll(sent);
    }

    /**
     * While no broker is found, nothing was handed over: so it asks again, instead of going on with
     * the next event. Each time it waits for as long as the producer does ({@code max.block.ms}).
     */
    private Future<RecordMetadata> handedOver(OutboxRow row) {
        while (mayDeliver.getAsBoolean()) {
            var answer = kafka.send(row.record());
            if (!isOutOfReach(answer)) {
                return answer;
            }
            log.warn("no broker takes events of {}: the relay asks again", row.record().topic());
        }
        throw RelayFailed.becauseItsLockIsLost();
    }

    private static boolean isOutOfReach(Future<RecordMetadata> answer) {
        return answer.state() == Future.State.FAILED
                && answer.exceptionNow() instanceof TimeoutException;
    }

    private static void awaitAll(List<Future<RecordMetadata>> sent) throws InterruptedException {
        try {
            for (var answer : sent) {
                answer.get();
            }
        } catch (ExecutionException refused) {
            throw new RelayFailed(refused.getCause());
        }
    }
}
