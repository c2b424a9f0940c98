package workspace.chats.messaging.relay;

import static workspace.chats.messaging.relay.RelayWorld.eventually;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A relay with a heap of 128 MiB, and 160 MB of the longest e-mails in one backlog. */
class LongEventsIT {

    private static final int MAILS = 300;
    private static final int BYTES = 533_000;

    private final RelayWorld world =
            new RelayWorld((database, settings) ->
                    outlet -> {
                        throw new IllegalStateException("they are processes");
                    });

    @AfterEach
    void stopAll() {
        world.close();
    }

    @Test
    void areRelayed_howeverManyCameWhileNobodyRelayed() {
        relayed();

        world.appendLong(MAILS, BYTES);

        relayed();
    }

    @Test
    void areSwept_howeverManyLayThereBeforeTheSlotWas() {
        relayed();
        world.wal().dropSlot();

        world.appendLong(MAILS, BYTES);

        relayed();
    }

    /** Starts an instance, which is killed when it has emptied the outbox. */
    private void relayed() {
        try (var relay = world.startChild()) {
            eventually().until(relay::leads);
            world.awaitEmptyOutbox(Duration.ofMinutes(5));
            world.awaitRelaying();
            world.awaitEmptyOutbox();
        }
    }
}
