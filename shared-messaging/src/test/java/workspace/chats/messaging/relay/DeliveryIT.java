package workspace.chats.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workspace.chats.events.Topics;

class DeliveryIT {

    /** The log is read before a commit becomes visible, more so with a synchronous standby. */
    @Test
    void deliversOnce_whatWasInTheLogBeforeItWasVisible() throws Exception {
        var chat = UUID.randomUUID();
        try (var world = new RelayWorld(DeliveryIT::none);
                var outlet = world.outlet();
                var transaction = world.transaction()) {
            world.append(transaction, chat, 1);
            outlet.delivery()
                    .relay(
                            List.of(
                                    OutboxRow.of(
                                            1,
                                            Topics.DISPATCH_EVENTS,
                                            RelayWorld.meta(chat, 1),
                                            RelayWorld.payload(1))));
            transaction.commit();

            outlet.delivery().sweep(outlet.rows().waiting(), Fault.PASSED_OVER);

            assertThat(world.records(chat)).hasSize(1);
            assertThat(world.count("outbox")).isZero();
        }
    }

    private static Relays none(RelayDatabase database, RelaySettings settings) {
        return outlet -> {
            throw new IllegalStateException("nobody relays here");
        };
    }
}
