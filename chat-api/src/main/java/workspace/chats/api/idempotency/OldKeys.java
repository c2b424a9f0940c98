package workspace.chats.api.idempotency;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets keys that have been kept long enough. Any number of instances may do it at once. */
final class OldKeys {

    private static final Logger log = LoggerFactory.getLogger(OldKeys.class);

    private final IdempotencyKeys keys;
    private final IdempotencySettings settings;
    private final Clock clock;

    OldKeys(IdempotencyKeys keys, IdempotencySettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** Batch by batch until none is left; after a failure the rest waits for the next time. */
    void forget() {
        try {
            int removed;
            do {
                var limit = clock.instant().minus(settings.keptFor());
                removed = keys.removeOlderThan(limit, settings.cleanAtMost());
            } while (removed == settings.cleanAtMost());
        } catch (RuntimeException failed) {
            log.warn("old idempotency keys not removed: {}", failed.getClass().getSimpleName());
        }
    }
}
