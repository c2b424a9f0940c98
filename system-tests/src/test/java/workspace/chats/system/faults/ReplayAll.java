package workspace.chats.system.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Each round every consumer reads every topic from its beginning. */
final class ReplayAll implements Scenario {

    private static final List<String> SERVICES =
            List.of("chat-api", "assignment-service", "channel-dispatcher", "voice-caller");
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

    @Override
    public Size size() {
        return new Size(3, 400, 40, 180);
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
        SERVICES.forEach(course::kill);
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", course.system().url("kafkaBootstrap")))) {
            for (var group : SERVICES) {
                rewind(admin, group);
                course.note("rewound to the beginning", group);
            }
            course.system().up();
            for (var group : SERVICES) {
                if (!Patience.until(READING, Duration.ofMillis(500), () -> isRead(admin, group))) {
                    course.missed("read everything again", group);
                }
            }
        }
    }

    /** Possible only when the last member of the group has been missed for long enough. */
    private static void rewind(Admin admin, String group) {
        if (!Patience.until(LEAVING, Duration.ofMillis(500), () -> isRewound(admin, group))) {
            throw new IllegalStateException(group + " was not rewound");
        }
    }

    private static boolean isRewound(Admin admin, String group) {
        try {
            var beginning = new HashMap<TopicPartition, OffsetAndMetadata>();
            committed(admin, group)
                    .keySet()
                    .forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(group, beginning).all().get();
            return true;
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean isRead(Admin admin, String group) {
        try {
            var committed = committed(admin, group);
            var wanted = new HashMap<TopicPartition, OffsetSpec>();
            committed.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
            var ends = admin.listOffsets(wanted).all().get();
            return ends.entrySet().stream()
                    .allMatch(end -> isAt(committed.get(end.getKey()), end.getValue()));
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean isAt(@Nullable OffsetAndMetadata committed, ListOffsetsResultInfo end) {
        return committed != null && committed.offset() >= end.offset();
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    }
}
