package workspace.chats.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import workspace.chats.events.Topics;

/**
 * What a consumer cannot read or must refuse, put aside as it came. The added headers say a code
 * and where it was, never an exception's words, which could quote what was inside.
 */
final class DeadLetters {

    static final String CODE = "dead-letter-code";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaOperations<String, byte[]> kafka;
    private final MeterRegistry metrics;

    DeadLetters(KafkaOperations<String, byte[]> kafka, MeterRegistry metrics) {
        this.kafka = kafka;
        this.metrics = metrics;
    }

    /** As below, for a failure that is worth a line of its own; only its class is told. */
    void put(
            String consumer,
            ConsumerRecord<String, byte[]> record,
            DeadLetterCode why,
            Throwable failure) {
        log.warn("{} refused an event: {}", consumer, Failures.describe(failure));
        put(consumer, record, why);
    }

    /** Returns when Kafka has it; throws {@link NotPutAside} when Kafka did not say so. */
    void put(String consumer, ConsumerRecord<String, byte[]> record, DeadLetterCode why) {
        send(copy(consumer, record, why));
        metrics.counter("workspace.inbox.dead.letters", "consumer", consumer, "code", why.code())
                .increment();
        log.warn(
                "{}-{}@{} is a dead letter of {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                consumer,
                why.code());
    }

    private void send(ProducerRecord<String, byte[]> letter) {
        try {
            kafka.send(letter).get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException | RuntimeException failed) {
            throw new NotPutAside(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotPutAside(stopped);
        }
    }

    private static ProducerRecord<String, byte[]> copy(
            String consumer, ConsumerRecord<String, byte[]> record, DeadLetterCode why) {
        var headers = new RecordHeaders(record.headers());
        add(headers, CODE, why.code());
        add(headers, TOPIC, record.topic());
        add(headers, PARTITION, Integer.toString(record.partition()));
        add(headers, OFFSET, Long.toString(record.offset()));
        return new ProducerRecord<>(
                Topics.deadLetters(record.topic(), consumer),
                null,
                record.key(),
                record.value(),
                headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Kafka did not acknowledge the dead letter, so the record must not be passed over. */
    static final class NotPutAside extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotPutAside(Throwable why) {
            super("dead letter not acknowledged: " + Failures.describe(why), null, false, false);
        }
    }
}
