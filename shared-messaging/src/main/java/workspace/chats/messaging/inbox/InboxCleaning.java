package workspace.chats.messaging.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets events that no topic holds any more, a little at a time. */
final class InboxCleaning implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(InboxCleaning.class);

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("inbox-cleaning").factory());
    private final SeenEvents seen;
    private final Clock clock;
    private final Duration retention;

    InboxCleaning(SeenEvents seen, Clock clock, Duration retention) {
        this.seen = seen;
        this.clock = clock;
        this.retention = retention;
    }

    void every(Duration pause) {
        var _ =
                timer.scheduleWithFixedDelay(
                        this::clean, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void clean() {
        try {
            var limit = clock.instant().minus(retention);
            boolean more = true;
            while (more) {
                more = seen.forgetSome(limit);
            }
        } catch (RuntimeException | Error failure) { // or the timer would never come again
            log.warn("old inbox rows stay until the next round: {}", Failures.describe(failure));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
