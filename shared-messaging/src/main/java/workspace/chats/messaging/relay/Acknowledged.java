package workspace.chats.messaging.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Events that Kafka has, on their way out of the outbox. The log is read before a commit becomes
 * visible, so a row may be acknowledged by Kafka and still not be there for us to delete. Those are
 * tried again, lest they are delivered twice; what is not there for good had been deleted before.
 */
final class Acknowledged {

    /** A commit that waits for a standby's answer takes that long to become visible, at most. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final OutboxRows rows;
    private final Clock clock;
    private final Map<UUID, Instant> undeleted = new HashMap<>();

    Acknowledged(OutboxRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void delete(Collection<UUID> acknowledged) {
        var now = clock.instant();
        acknowledged.forEach(id -> undeleted.put(id, now));
        rows.delete(acknowledged).forEach(undeleted::remove);
    }

    void deleteLate() {
        if (!undeleted.isEmpty()) {
            rows.delete(undeleted.keySet()).forEach(undeleted::remove);
            var longAgo = clock.instant().minus(LATE);
            undeleted.values().removeIf(longAgo::isAfter);
        }
    }

    boolean has(UUID id) {
        return undeleted.containsKey(id);
    }
}
