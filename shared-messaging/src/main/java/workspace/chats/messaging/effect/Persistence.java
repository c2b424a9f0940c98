package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workspace.chats.messaging.DatabaseFailures;

/** Does it again while the database cannot take it; every other failure is the caller's. */
final class Persistence {

    private static final Logger log = LoggerFactory.getLogger(Persistence.class);

    private static final Duration BETWEEN = Duration.ofMillis(200);

    <T> T persist(Supplier<T> write) throws InterruptedException {
        for (var attempts = 1; ; attempts++) {
            try {
                return write.get();
            } catch (RuntimeException failure) {
                waitOrThrow(attempts, failure);
            }
        }
    }

    private static void waitOrThrow(int attempts, RuntimeException failure)
            throws InterruptedException {
        if (!DatabaseFailures.pass(failure)) {
            throw failure;
        }
        if (attempts == 1) {
            log.warn("the database cannot take it: {}", failure.getClass().getName());
        }
        Thread.sleep(BETWEEN);
    }
}
