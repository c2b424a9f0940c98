package workspace.chats.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workspace.chats.messaging.relay.RelayWorld.eventually;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import workspace.chats.events.Topics;

class RelayLockIT {

    private static final Duration LEASE = Duration.ofSeconds(3);

    /** A renewal waits that long for PostgreSQL's answer, and takes a later one for a loss. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private final RelayWorld world = new RelayWorld(Swallow::relays);

    @AfterEach
    void stopAll() {
        world.close();
    }

    @Test
    void goesToAnother_whenItsHolderHangs_whoKnows() throws Exception {
        try (var hanging = world.lock(LEASE);
                var other = world.lock(Duration.ofMinutes(1))) {
            eventually().until(hanging::tryTake);
            assertThat(hanging.isSurelyHeld()).isTrue();

            eventually().until(other::tryTake);

            assertThat(hanging.isSurelyHeld()).isFalse();
            assertThat(hanging.renew()).isFalse();
            assertThat(other.isSurelyHeld()).isTrue();
        }
    }

    @Test
    void staysWithItsHolder_whoRenewsIt() {
        eventually().until(this::staysAsLongAsItIsRenewedInTime);
    }

    /** False when this test itself was late with a renewal: then it has shown nothing. */
    private boolean staysAsLongAsItIsRenewedInTime() throws SQLException {
        try (var working = world.lock(LEASE);
                var other = world.lock(Duration.ofMinutes(1))) {
            var last = System.nanoTime();
            eventually().until(working::tryTake);

            for (int tries = 0; tries < 20; tries++) {
                RelayWorld.rest(Duration.ofMillis(300));
                var now = System.nanoTime();
                var stays = working.renew() && !other.tryTake();
                if (System.nanoTime() - last > LATE.toNanos()) {
                    return false;
                }
                assertThat(stays).isTrue();
                last = now;
            }
            return true;
        }
    }

    @Test
    void withoutItNothingIsDelivered() throws Exception {
        var chat = UUID.randomUUID();
        world.append(chat, 1);
        try (var outlet = world.outlet(() -> false)) {
            var row =
                    OutboxRow.of(1, Topics.DISPATCH_EVENTS, RelayWorld.meta(chat, 1), new byte[0]);

            assertThatThrownBy(() -> outlet.delivery().relay(List.of(row)))
                    .isInstanceOf(RelayFailed.class);
            assertThatThrownBy(() -> outlet.delivery().sweepEverything())
                    .isInstanceOf(RelayFailed.class);
        }
        assertThat(world.records(chat)).isEmpty();
        assertThat(world.count("outbox")).isEqualTo(1);
        world.startLeading();
        world.awaitEmptyOutbox();
    }
}
