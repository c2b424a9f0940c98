package workspace.chats.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workspace.chats.messaging.relay.RelayWorld.eventually;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import workspace.chats.events.Topics;

class RelayLockIT {

    private static final Duration LEASE = Duration.ofMillis(500);

    private final RelayWorld world = new RelayWorld(Swallow::relays);

    @AfterEach
    void stopAll() {
        world.close();
    }

    @Test
    void goesToAnother_whenItsHolderHangs_whoKnows() throws Exception {
        try (var hanging = world.lock(LEASE);
                var other = world.lock(LEASE)) {
            assertThat(hanging.tryTake()).isTrue();
            assertThat(hanging.isSurelyHeld()).isTrue();

            eventually().until(other::tryTake);

            assertThat(hanging.isSurelyHeld()).isFalse();
            assertThat(hanging.renew()).isFalse();
            assertThat(other.isSurelyHeld()).isTrue();
        }
    }

    @Test
    void staysWithItsHolder_whoRenewsIt() throws Exception {
        try (var working = world.lock(LEASE);
                var other = world.lock(Duration.ofMinutes(1))) {
            assertThat(working.tryTake()).isTrue();

            for (int tries = 0; tries < 15; tries++) {
                RelayWorld.rest(Duration.ofMillis(100));
                assertThat(working.renew()).isTrue();
                assertThat(other.tryTake()).isFalse();
            }
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
