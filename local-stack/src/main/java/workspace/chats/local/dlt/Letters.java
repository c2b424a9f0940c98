package workspace.chats.local.dlt;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import workspace.chats.local.Deadline;

/** All dead letters of an installation, read without leaving a trace. */
record Letters(Installation installation) {

    private static final int ANSWERS_WITHIN_MS = 10_000;
    private static final Duration PATIENCE = Duration.ofMillis(ANSWERS_WITHIN_MS);

    private record Box(Addressee addressee, String topic) {}

    /**
     * Hands over every letter that was there when it began, one after the other, in the order in
     * which each topic has them. Throws {@link CommandFailed} when Kafka does not answer.
     *
     * @param named read no more than is needed for these; all when there are none
     */
    void forEach(Collection<Place> named, Consumer<DeadLetter> reader) {
        try (var kafka =
                new KafkaConsumer<>(
                        settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var boxes = boxes();
            var partitions =
                    boxes.keySet().stream()
                            .flatMap(topic -> kafka.partitionsFor(topic).stream())
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .filter(part -> named.isEmpty() || offsets(named, part).getCount() > 0)
                            .toList();
            kafka.assign(partitions);
            var ends = new HashMap<>(kafka.endOffsets(partitions));
            kafka.beginningOffsets(partitions)
                    .forEach((part, start) ->
                            narrow(kafka, part, start, ends, offsets(named, part)));
            read(kafka, ends, boxes, reader);
        } catch (KafkaException silent) {
            throw noAnswer();
        }
    }

    private static LongSummaryStatistics offsets(Collection<Place> named, TopicPartition of) {
        return named.stream()
                .filter(it -> it.topic().equals(of.topic()) && it.partition() == of.partition())
                .mapToLong(Place::offset)
                .summaryStatistics();
    }

    /** Sets where reading starts and ends. */
    private static void narrow(
            KafkaConsumer<?, ?> kafka,
            TopicPartition part,
            long start,
            Map<TopicPartition, Long> ends,
            LongSummaryStatistics named) {
        if (named.getCount() == 0) {
            kafka.seek(part, start);
        } else {
            ends.computeIfPresent(part, (_, end) -> Math.min(end, named.getMax() + 1));
            kafka.seek(part, Math.max(start, named.getMin()));
        }
    }

    /** A Kafka that went away answers nothing, for ever: so there is an end to each wait. */
    private void read(
            KafkaConsumer<String, byte[]> kafka,
            Map<TopicPartition, Long> ends,
            Map<String, Box> boxes,
            Consumer<DeadLetter> reader) {
        var deadline = Deadline.in(PATIENCE);
        while (isBefore(ends, kafka)) {
            if (deadline.isOver()) {
                throw noAnswer();
            }
            for (var record : kafka.poll(Duration.ofMillis(100))) {
                var box = boxes.get(record.topic());
                var end = ends.get(new TopicPartition(record.topic(), record.partition()));
                if (box != null && end != null && record.offset() < end) {
                    reader.accept(new DeadLetter(box.addressee(), box.topic(), record));
                }
                deadline = Deadline.in(PATIENCE);
            }
        }
    }

    private static boolean isBefore(
            Map<TopicPartition, Long> ends, KafkaConsumer<String, byte[]> kafka) {
        return ends.entrySet().stream()
                .anyMatch(end -> kafka.position(end.getKey()) < end.getValue());
    }

    /** Those that exist, by the topic of the letters. */
    private Map<String, Box> boxes() {
        var there = topics();
        return installation.addressees().stream()
                .flatMap(who -> who.topics().stream().map(topic -> new Box(who, topic)))
                .filter(box -> there.contains(lettersOf(box)))
                .collect(toMap(Letters::lettersOf, box -> box));
    }

    private static String lettersOf(Box box) {
        return box.addressee().deadLetters(box.topic());
    }

    private Set<String> topics() {
        try (var admin = Admin.create(settings())) {
            return admin.listTopics().names().get();
        } catch (ExecutionException silent) {
            throw noAnswer();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted");
        }
    }

    private Map<String, Object> settings() {
        return installation
                .kafka()
                .settings(
                        Map.of(
                                "default.api.timeout.ms", ANSWERS_WITHIN_MS,
                                "request.timeout.ms", ANSWERS_WITHIN_MS));
    }

    private CommandFailed noAnswer() {
        return new CommandFailed("No Kafka answers at " + installation.kafka());
    }
}
