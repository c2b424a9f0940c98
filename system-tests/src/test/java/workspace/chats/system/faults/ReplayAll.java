package workspace.chats.system.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.Facts;
import workspace.chats.system.history.Finding;

/** Each round every consumer reads every topic from its beginning. */
final class ReplayAll implements Scenario {

    private static final List<String> SERVICES =
            List.of("chat-api", "assignment-service", "channel-dispatcher", "voice-caller");
    private static final String AGAIN = "events to read again by ";
    private static final Duration LEAVING = Duration.ofMinutes(1);
    private static final Duration READING = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "replay-all";
    }

    @Override
    public String says() {
        return "all topics are consumed from the beginning, again and again";
    }

    /**
     * The gateway is away for most of each round, so a client is asked to be more patient than
     * elsewhere.
     */
    @Override
    public Size size() {
        return new Size(3, 400, 20, 600);
    }

    @Override
    public Size shortSize() {
        return new Size(1, 60, 40, 120);
    }

    @Override
    public void round(Course course) {
        replay(course);
    }

    /** Once more when nobody wants anything: then nothing at all may be received. */
    @Override
    public void end(Course course) {
        course.measure("all is final", course.now(), () -> course.snapshot().unfinished() == 0);
        var before = course.snapshot().received().toList();
        replay(course);
        if (!course.snapshot().received().toList().equals(before)) {
            course.missed("the journals stay as they are", "providers");
        }
        course.note("journals of %d, compared".formatted(before.size()), "providers");
    }

    private static void replay(Course course) {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", course.system().url("kafkaBootstrap")))) {
            SERVICES.forEach(group -> awaitReading(admin, group));
            SERVICES.forEach(course::kill);
            for (var group : SERVICES) {
                rewind(admin, group);
                course.note("rewound to the beginning", group);
                course.counted(AGAIN + group, toRead(admin, group));
            }
            course.system().up();
            for (var group : SERVICES) {
                if (!Patience.until(READING, Duration.ofMillis(500), () -> isRead(admin, group))) {
                    course.missed("read everything again", group);
                }
            }
        }
    }

    /** A replay of nothing proves nothing. */
    @Override
    public Stream<Finding> judge(Facts facts) {
        var read =
                facts.of(Fact.Counted.class)
                        .filter(counted -> counted.many() > 0)
                        .map(Fact.Counted::what)
                        .collect(Collectors.toSet());
        return SERVICES.stream()
                .filter(group -> !read.contains(AGAIN + group))
                .map(group -> new Finding(Finding.Kind.UNANSWERED, "read nothing again", group));
    }

    /** A group that has read nothing yet has nowhere to go back to. */
    private static void awaitReading(Admin admin, String group) {
        if (!Patience.until(READING, Duration.ofMillis(500), () -> hasRead(admin, group))) {
            throw new IllegalStateException(group + " reads nothing");
        }
    }

    private static boolean hasRead(Admin admin, String group) {
        return answers(() -> !committed(admin, group).isEmpty());
    }

    /** Possible only when the last member of the group has been missed for long enough. */
    private static void rewind(Admin admin, String group) {
        if (!Patience.until(LEAVING, Duration.ofMillis(500), () -> isRewound(admin, group))) {
            throw new IllegalStateException(group + " was not rewound");
        }
    }

    private static boolean isRewound(Admin admin, String group) {
        return answers(() -> {
            var beginning = new HashMap<TopicPartition, OffsetAndMetadata>();
            committed(admin, group)
                    .keySet()
                    .forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(group, beginning).all().get();
            return !beginning.isEmpty() && committed(admin, group).equals(beginning);
        });
    }

    /** How many events lie behind where the group is. */
    private static long toRead(Admin admin, String group) {
        try {
            var committed = committed(admin, group);
            return ends(admin, committed).entrySet().stream()
                    .mapToLong(end ->
                            end.getValue().offset()
                                    - Objects.requireNonNull(committed.get(end.getKey())).offset())
                    .sum();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ends(
            Admin admin, Map<TopicPartition, OffsetAndMetadata> committed)
            throws ExecutionException, InterruptedException {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        committed.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get();
    }

    private static boolean isRead(Admin admin, String group) {
        return answers(() -> {
            var committed = committed(admin, group);
            return ends(admin, committed).entrySet().stream()
                    .allMatch(end -> isAt(committed.get(end.getKey()), end.getValue()));
        });
    }

    private static boolean isAt(@Nullable OffsetAndMetadata committed, ListOffsetsResultInfo end) {
        return committed != null && committed.offset() >= end.offset();
    }

    /** False also when Kafka cannot say yet. */
    private static boolean answers(Question question) {
        try {
            return question.ask();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private interface Question {
        boolean ask() throws ExecutionException, InterruptedException;
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    }
}
