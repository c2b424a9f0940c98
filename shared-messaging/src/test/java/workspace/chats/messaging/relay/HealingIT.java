package workspace.chats.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.messaging.relay.RelayWorld.eventually;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import workspace.chats.messaging.relay.RelayWorld.Instance;

/** Whatever becomes of the position in the log: nothing is lost, it heals and says so. */
@ExtendWith(OutputCaptureExtension.class)
class HealingIT {

    private final UUID chat = UUID.randomUUID();
    private final RelayWorld world =
            new RelayWorld((database, settings) ->
                    outlet -> DebeziumRelay.over(outlet, database, settings));
    private final Wal wal = world.wal();

    @AfterEach
    void stopAll() {
        wal.unlimited();
        world.close();
    }

    @Test
    void losesNothing_whenItsPositionIsLostWhileItIsDown(CapturedOutput said) {
        world.startLeading().stop();
        world.append(chat, 1, 2);
        wal.dropSlot();
        world.append(chat, 3);

        var relay = world.startLeading();

        world.awaitDelivered(chat, 1, 2, 3);
        assertHealed(relay, Fault.POSITION_MISSING, 3);
        assertThat(said).contains("the log position was missing and is made anew: 3 events");
        assertThatEventsFlow(4);
    }

    @Test
    void losesNothingAndFillsNoDisk_whenItIsDownForTooLong(CapturedOutput said) {
        world.startLeading().stop();
        world.append(chat, 1, 2);
        wal.limit("64MB");

        wal.fill(12);

        assertThat(wal.status()).isEqualTo("lost");
        assertThat(wal.keptFiles()).isLessThanOrEqualTo(6);
        wal.unlimited();
        var relay = world.startLeading();
        world.awaitDelivered(chat, 1, 2);
        assertHealed(relay, Fault.POSITION_INVALIDATED, 2);
        assertThat(said).contains("the log position was invalidated and is made anew: 2 events");
        assertThatEventsFlow(3);
    }

    @Test
    void losesNothing_whenItsPositionIsMovedByHand(CapturedOutput said) {
        world.startLeading().stop();
        world.append(chat, 1, 2, 3);
        wal.moveSlotToTheEnd();

        var relay = world.startLeading();

        world.awaitDelivered(chat, 1, 2, 3);
        assertHealed(relay, Fault.PASSED_OVER, 3);
        assertThat(said).contains("the log passed events over: 3 events");
        assertThatEventsFlow(4);
    }

    /** The later events of a chat that were passed over do not go before them. */
    @Test
    void keepsTheOrder_whenItsPositionIsMovedByHandAndEventsFlow(CapturedOutput said) {
        world.startLeading().stop();
        world.append(chat, 1, 2, 3);
        wal.moveSlotToTheEnd();
        world.append(chat, 4);

        var relay = world.startLeading();

        world.awaitDelivered(chat, 1, 2, 3, 4);
        world.awaitEmptyOutbox();
        assertThat(world.records(chat)).hasSize(4);
        assertHealed(relay, Fault.OVERTAKEN, 3);
        assertThat(said).contains("the log brought events before earlier ones of their chats: 3");
    }

    @Test
    void losesNothing_whenTheOutboxIsRestoredFromAnOlderCopy(CapturedOutput said)
            throws SQLException {
        var first = world.startLeading();
        first.stop();
        world.append(chat, 1, 2, 3);
        var copy = world.copyOfOutbox();
        world.startLeading();
        world.awaitDelivered(chat, 1, 2, 3);
        world.append(chat, 4);
        world.awaitDelivered(chat, 1, 2, 3, 4);
        world.awaitEmptyOutbox();
        world.stopAll();

        world.restoreOutbox(copy);
        wal.dropSlot(); // no backup has it
        var relay = world.startLeading();

        world.awaitEmptyOutbox();
        assertHealed(relay, Fault.POSITION_MISSING, 3);
        assertThat(said).contains("the log position was missing and is made anew: 3 events");
        assertThatEventsFlow(5);
        assertThat(Judgement.of(Map.of(chat, 5L), world.topic()))
                .hasToString("events 5, missing 0, out of order 0, strangers 0, repeated 3");
    }

    @Test
    void warns_whenItHoldsBackMoreThanHalfOfTheLogThatItMay(CapturedOutput said)
            throws SQLException {
        var relay = world.startLeading();
        wal.limit("64MB");

        try (var open = world.transaction()) {
            world.append(open, chat, 1);
            wal.fill(3);
            eventually().until(() -> relay.health().equals("DOWN"));
            assertThat(relay.gauge("workspace.relay.wal.retained"))
                    .isGreaterThan(relay.gauge("workspace.relay.wal.left"));
            eventually()
                    .untilAsserted(() ->
                            assertThat(said)
                                    .contains(
                                            "the relay holds back more than half of the log that it may"));
            open.commit();
        }

        world.awaitDelivered(chat, 1);
        wal.tellSnapshot();
        eventually().until(() -> relay.health().equals("UP"));
    }

    private void assertThatEventsFlow(long next) {
        world.append(chat, next);
        eventually().until(() -> world.delivered(chat).contains(next));
        world.awaitEmptyOutbox();
    }

    /** It is counted when it has been done. */
    private static void assertHealed(Instance relay, Fault fault, int events) {
        eventually().until(() -> relay.healed(fault) == 1);
        assertThat(relay.count("workspace.relay.swept")).isEqualTo(events);
        assertThat(relay.healthDetails())
                .containsEntry("healedLast", fault.code())
                .containsEntry("healedEvents", events)
                .containsKey("healedAt");
    }
}
