package workspace.chats.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import workspace.chats.system.TwinRows.Outbox;

/** Inserts whose events the relay sends to Kafka; they count when the outbox is empty again. */
record PublishedInserts(BareInserts inserts, Tables tables, String kafka) implements BareInserts {

    private static final int PARTITIONS = 6;

    PublishedInserts {
        makeTopic(kafka);
    }

    @Override
    public String name() {
        return inserts.name() + ", published";
    }

    @Override
    public double perSecond(int clients, Duration time) {
        long start = System.nanoTime();
        double written = inserts.perSecond(clients, time) * time.toSeconds();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> tables.count("select count(*) from outbox") == 0);
        return written / ((System.nanoTime() - start) / 1e9);
    }

    private static void makeTopic(String kafka) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            var topic = new NewTopic(Outbox.UNREAD_TOPIC, PARTITIONS, (short) 1);
            admin.createTopics(List.of(topic)).all().get();
        } catch (InterruptedException | ExecutionException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
