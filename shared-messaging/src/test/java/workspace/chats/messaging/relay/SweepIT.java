package workspace.chats.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import workspace.chats.events.EventMeta;
import workspace.chats.messaging.testing.TopicLog;

/**
 * The second way out of the outbox: it is taken by every event that the engine loses, and by no
 * other.
 *
 * <p>Longer and rarer: {@code -Drelay.sweep.events=200000 -Drelay.sweep.oneIn=10000} and {@code
 * -Drelay.quiet=30m}.
 */
class SweepIT {

    private static final int EVENTS = Integer.getInteger("relay.sweep.events", 1_000);
    private static final int ONE_IN = Integer.getInteger("relay.sweep.oneIn", 50);
    private static final Duration QUIET =
            DurationStyle.detectAndParse(System.getProperty("relay.quiet", "4s"));

    private static final String SWEPT = "workspace.relay.swept";

    private final RelayWorld world = new RelayWorld(Swallow::relays);

    @AfterEach
    void stopAll() {
        Swallow.loseOneIn(0);
        world.close();
    }

    @Test
    void sweepsWhatTheEngineLoses_andKeepsTheOrderOfEachChat() {
        var relay = world.startRelaying();
        var before = relay.count(SWEPT);
        Swallow.LOST.clear();
        Swallow.loseOneIn(ONE_IN);
        var load = Load.start(world, 1, 6, 2, Duration.ofMillis(300));
        RelayWorld.patiently(Duration.ofHours(2)).until(() -> load.events() >= EVENTS);
        var committed = load.end();
        world.awaitEmptyOutbox();
        var lost = Swallow.LOST.size();
        RelayWorld.eventually().until(() -> relay.count(SWEPT) - before >= lost);
        var swept = relay.count(SWEPT) - before;

        var records = world.topic().records();
        var judgement = Judgement.of(committed, world.topic());
        var slowest =
                records.stream()
                        .filter(record -> Swallow.LOST.containsKey(id(record)))
                        .map(SweepIT::waited)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        System.out.printf(
                "Sweep: %s; lost %d, swept %.0f, the slowest after %d ms%n",
                judgement, lost, swept, slowest.toMillis());
        assertThat(judgement).matches(Judgement::isGood);
        assertThat(lost).isPositive();
        assertThat(swept).isEqualTo(lost);
        assertThat(judgement.repeated()).isZero();
        assertThat(slowest).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void sweepsNothing_whileTheEngineLosesNothing() {
        var relay = world.startRelaying();
        var before = relay.count(SWEPT);
        var load = Load.start(world, 2, 3, 3, Duration.ofSeconds(2));
        var end = Instant.now().plus(QUIET);
        RelayWorld.patiently(QUIET.plusMinutes(1)).until(() -> Instant.now().isAfter(end));
        var committed = load.end();
        world.awaitEmptyOutbox();
        var swept = relay.count(SWEPT) - before;

        var judgement = Judgement.of(committed, world.topic());
        System.out.printf("Quiet for %s: %s; swept %.0f%n", QUIET, judgement, swept);
        assertThat(judgement).matches(Judgement::isGood);
        assertThat(judgement.repeated()).isZero();
        assertThat(swept).isZero();
        assertThat(relay.count("workspace.relay.engine.stops")).isZero();
    }

    private static UUID id(ConsumerRecord<String, byte[]> record) {
        return UUID.fromString(TopicLog.headers(record).get(EventMeta.ID));
    }

    /** Since the engine lost it. */
    private static Duration waited(ConsumerRecord<String, byte[]> record) {
        return Duration.between(
                Swallow.LOST.get(id(record)), Instant.ofEpochMilli(record.timestamp()));
    }
}
