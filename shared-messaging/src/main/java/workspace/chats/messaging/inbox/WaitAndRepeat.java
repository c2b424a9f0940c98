package workspace.chats.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What the listener containers do when a batch is held up: go back to the first event that is not
 * done, wait longer each time it is the same one, and never give up. Spring's own handlers give up
 * after a while, or log the exception with all its words.
 */
final class WaitAndRepeat implements CommonErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(WaitAndRepeat.class);

    private final Duration firstPause;
    private final Duration longestPause;
    private final MeterRegistry metrics;
    private final Map<TopicPartition, Attempt> last = new ConcurrentHashMap<>();

    WaitAndRepeat(Duration firstPause, Duration longestPause, MeterRegistry metrics) {
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.metrics = metrics;
    }

    private record Attempt(TopicPartition partition, long offset, Duration pause) {}

    @Override
    public void handleBatch(
            Exception thrown,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        var firstUndone = firstUndone(thrown);
        var attempt = next(batch, firstUndone);
        log.warn(
                "{}@{} is held up, again in {} ms: {}",
                attempt.partition(),
                attempt.offset(),
                attempt.pause().toMillis(),
                why(thrown));
        metrics.counter("workspace.inbox.held.up", "topic", attempt.partition().topic())
                .increment();
        goBack(batch, firstUndone, consumer);
        pause(container, attempt.pause());
    }

    /** The container's own trouble, such as a broker it may not talk to. */
    @Override
    public void handleOtherException(
            Exception thrown,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            boolean batchListener) {
        log.warn("{} cannot poll: {}", container.getListenerId(), Failures.describe(thrown));
        pause(container, firstPause);
    }

    /** We have gone back ourselves. */
    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    /** Nothing is acknowledged by waiting. */
    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    private Attempt next(ConsumerRecords<?, ?> batch, int firstUndone) {
        var record = at(batch, firstUndone);
        var partition = new TopicPartition(record.topic(), record.partition());
        return last.merge(
                partition,
                new Attempt(partition, record.offset(), firstPause),
                (before, now) ->
                        before.offset() == now.offset()
                                ? new Attempt(partition, now.offset(), longer(before.pause()))
                                : now);
    }

    private Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }

    private static ConsumerRecord<?, ?> at(ConsumerRecords<?, ?> batch, int index) {
        int at = 0;
        for (var record : batch) {
            if (at++ == index) {
                return record;
            }
        }
        throw new IllegalArgumentException("no record " + index + " in a batch of " + at);
    }

    private static void goBack(
            ConsumerRecords<?, ?> batch, int firstUndone, Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> undone = new HashMap<>();
        int at = 0;
        for (var record : batch) {
            if (at++ >= firstUndone) {
                undone.putIfAbsent(
                        new TopicPartition(record.topic(), record.partition()), record.offset());
            }
        }
        undone.forEach(consumer::seek);
    }

    private static int firstUndone(Throwable thrown) {
        return heldUp(thrown).map(HeldUp::firstUndone).orElse(0);
    }

    private static String why(Throwable thrown) {
        return heldUp(thrown)
                .map(held -> String.valueOf(held.getMessage()))
                .orElseGet(() -> Failures.describe(thrown));
    }

    private static Optional<HeldUp> heldUp(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(HeldUp.class::isInstance)
                .map(HeldUp.class::cast)
                .findFirst();
    }

    private static void pause(MessageListenerContainer container, Duration pause) {
        try {
            ListenerUtils.stoppableSleep(container, pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
