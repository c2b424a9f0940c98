package workspace.chats.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.messaging.relay.RelayWorld.eventually;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.messaging.relay.RelayWorld.Instance;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TopicLog;

/** What every relay promises, on real engines. */
abstract class RelayContract {

    private RelayWorld world;

    abstract Relays relays(RelayDatabase database, RelaySettings settings);

    @BeforeEach
    void world() {
        world = new RelayWorld(this::relays);
    }

    @AfterEach
    void stopAll() {
        world.close();
    }

    @Test
    void deliversWhatWasCommitted_exactlyAsItWasWritten() throws Exception {
        var chat = UUID.randomUUID();
        var undone = UUID.randomUUID();
        var relay = world.startLeading();

        try (var transaction = world.transaction()) {
            world.append(transaction, undone, 1);
            transaction.rollback();
        }
        world.append(chat, 1, 2);

        world.awaitDelivered(chat, 1, 2);
        for (var record : world.records(chat)) {
            var sequence = RelayWorld.sequence(record);
            var expected = RelayWorld.meta(chat, sequence).headers();
            expected.remove("ce_time");
            assertThat(record.value()).isEqualTo(RelayWorld.payload(sequence));
            assertThat(TopicLog.headers(record).keySet())
                    .containsExactlyElementsOf(RelayWorld.meta(chat, sequence).headers().keySet());
            assertThat(TopicLog.headers(record)).containsAllEntriesOf(expected);
        }
        world.awaitEmptyOutbox();
        assertThat(world.records(undone)).isEmpty();
        assertCounted(relay, "workspace.relay.relayed", 2);
        assertThat(relay.count("workspace.relay.swept")).isZero();
        assertThat(relay.count("workspace.relay.engine.stops")).isZero();
    }

    @Test
    void keepsTheOrderOfEachChat_andSweepsNothing() {
        var relay = world.startLeading();
        var chats = IntStream.range(0, 8).mapToObj(any -> UUID.randomUUID()).toList();

        chats.parallelStream()
                .forEach(chat ->
                        LongStream.rangeClosed(1, 40)
                                .forEach(sequence -> world.append(chat, sequence)));

        world.awaitEmptyOutbox();
        var everything = LongStream.rangeClosed(1, 40).boxed().toList();
        var all = world.topic().records();
        for (var chat : chats) {
            assertThat(sequences(all, chat)).containsExactlyElementsOf(everything);
        }
        assertThat(relay.count("workspace.relay.swept")).isZero();
    }

    @Test
    void deliversWhatWasCommittedWhileItWasDown() {
        var chat = UUID.randomUUID();
        world.startLeading().stop();

        world.append(chat, LongStream.rangeClosed(1, 300).toArray());
        world.startLeading();

        world.awaitDelivered(chat, LongStream.rangeClosed(1, 300).toArray());
        world.awaitEmptyOutbox();
    }

    @Test
    void losesNothing_whenALongTransactionSpansItsRestart() throws Exception {
        var early = UUID.randomUUID();
        var late = UUID.randomUUID();
        var first = world.startLeading();

        try (var longTransaction = world.transaction()) {
            world.append(longTransaction, late, 1, 2, 3, 4, 5);
            world.append(early, 1);
            world.awaitDelivered(early, 1);
            world.append(longTransaction, late, 6, 7, 8, 9, 10);
            first.stop();
            longTransaction.commit();
        }
        var second = world.startLeading();

        world.awaitDelivered(late, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        world.awaitEmptyOutbox();
        assertThat(second.count("workspace.relay.swept")).isZero();
    }

    @Test
    void startsAgain_whenItsPositionIsTakenAwayFromIt() {
        var chat = UUID.randomUUID();
        var relay = world.startLeading();
        world.append(chat, 1);
        world.awaitDelivered(chat, 1);

        world.wal().dropSlot();
        world.append(chat, 2);

        world.awaitDelivered(chat, 1, 2);
        world.awaitEmptyOutbox();
        assertThat(relay.count("workspace.relay.engine.stops")).isPositive();
    }

    @Test
    void sweepsWhatItPassedOver_whileNewEventsFlow() {
        var lost = UUID.randomUUID();
        var flowing = UUID.randomUUID();
        var relay = world.startLeading();
        var owner = JdbcClient.create(world.database.owner());

        owner.sql("alter publication outbox drop table outbox").update();
        world.append(lost, 1, 2);
        owner.sql("alter publication outbox add table outbox").update();
        world.append(flowing, 1);
        world.awaitDelivered(flowing, 1);

        var sequence = new AtomicLong(1);
        eventually()
                .until(
                        () -> {
                            world.append(flowing, sequence.incrementAndGet());
                            return world.delivered(lost);
                        },
                        List.of(1L, 2L)::equals);
        assertCounted(relay, "workspace.relay.swept", 2);
    }

    @Test
    void isOneOfTwo_andTheOtherTakesOver() {
        var chat = UUID.randomUUID();
        var first = world.startLeading();
        var second = world.start();
        eventually().until(() -> second.state() == RelaySupervisor.State.STANDBY);

        world.append(chat, 1);
        world.awaitDelivered(chat, 1);
        first.stop();
        eventually().until(second::leads);
        world.append(chat, 2);

        world.awaitDelivered(chat, 1, 2);
        assertThat(first.count("workspace.relay.engine.stops")).isZero();
        assertThat(world.records(chat)).hasSize(2);
    }

    @Test
    void letsGo_whenItsConnectionsAreLost_andComesBack() {
        var chat = UUID.randomUUID();
        var relay = world.startLeading();

        world.wal().hangUp("client backend");
        world.append(chat, 1);

        world.awaitDelivered(chat, 1);
        world.awaitEmptyOutbox();
        assertThat(relay.count("workspace.relay.engine.stops")).isPositive();
    }

    @Test
    void waits_whileKafkaIsDown() {
        var chat = UUID.randomUUID();
        world.startLeading();

        Engines.breakable().tell("kill", "kafka");
        world.append(chat, 1, 2, 3);
        Engines.breakable().tell("start", "kafka");

        world.awaitDelivered(chat, 1, 2, 3);
        world.awaitEmptyOutbox();
    }

    @Test
    void losesNothing_whenItIsStoppedWhileKafkaIsDown() {
        var chat = UUID.randomUUID();
        var first = world.startLeading();

        Engines.breakable().tell("kill", "kafka");
        world.append(chat, 1, 2);
        first.stop();
        assertThat(first.state()).isEqualTo(RelaySupervisor.State.STOPPED);
        world.append(chat, 3);
        world.startLeading();
        Engines.breakable().tell("start", "kafka");

        world.awaitDelivered(chat, 1, 2, 3);
        world.awaitEmptyOutbox();
    }

    @Test
    void comesBack_whenPostgresWasRestarted() {
        var chat = UUID.randomUUID();
        world.startLeading();

        Engines.breakable().tell("kill", "postgres");
        Engines.breakable().tell("start", "postgres");
        world.append(chat, 1);

        world.awaitDelivered(chat, 1);
        world.awaitEmptyOutbox();
    }

    @Test
    void letsPostgresForgetItsLog_whileOnlyOthersWrite() {
        var relay = world.startLeading();
        var owner = JdbcClient.create(world.database.owner());
        owner.sql("create table if not exists busy (text text)").update();

        owner.sql(
                        "insert into busy select repeat(md5(i::text), 30) from generate_series(1, 20000) i")
                .update();

        eventually().until(() -> relay.gauge("workspace.relay.wal.retained") > 1_000_000);
        eventually().until(() -> relay.gauge("workspace.relay.wal.retained") < 1_000_000);
        assertThat(world.count("relay_heartbeat")).isLessThanOrEqualTo(2);
    }

    /** Events are counted when they have come and their rows are gone. */
    private static void assertCounted(Instance relay, String counter, double events) {
        eventually().until(() -> relay.count(counter) >= events);
        assertThat(relay.count(counter)).isEqualTo(events);
    }

    private static List<Long> sequences(List<ConsumerRecord<String, byte[]>> all, UUID chat) {
        return all.stream()
                .filter(record -> chat.toString().equals(record.key()))
                .map(RelayWorld::sequence)
                .toList();
    }
}
