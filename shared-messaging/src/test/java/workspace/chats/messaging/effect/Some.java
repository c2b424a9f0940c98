package workspace.chats.messaging.effect;

import java.time.Instant;
import java.util.UUID;

/** Examples for unit tests. */
final class Some {

    private Some() {}

    static Effect effect(Medium medium, boolean simulated, int tries) {
        return new Effect(
                new UUID(1, 1),
                new UUID(2, 2),
                new UUID(3, 3),
                new UUID(4, 4),
                1,
                medium,
                new UUID(5, 5),
                Instant.EPOCH,
                simulated,
                tries);
    }
}
