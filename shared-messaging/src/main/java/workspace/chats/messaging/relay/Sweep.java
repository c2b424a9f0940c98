package workspace.chats.messaging.relay;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second way out of the outbox. Delivers rows that the relay has passed over, so that no fault
 * of an engine, no lost log position and no restored backup loses an event. Normally finds nothing:
 * that an event is old, or its transaction was long, proves nothing; a mark behind it does.
 */
final class Sweep implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final OutboxRows rows;
    private final Marks marks;
    private final Delivery delivery;
    private final Relay relay;
    private final RelayMetrics metrics;
    private final RelaySettings settings;
    private final Clock clock;
    private @Nullable Suspects suspects;
    private boolean warned;

    Sweep(Outlet outlet, Relay relay, RelayMetrics metrics, RelaySettings settings, Clock clock) {
        this.rows = outlet.rows();
        this.marks = outlet.marks();
        this.delivery = outlet.delivery();
        this.relay = relay;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    /** Until interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(settings.sweepEvery());
                look();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            watch();
            judge();
            suspect();
        } catch (RuntimeException | Error failure) {
            log.warn("the sweep waits for its next round: {}", RelayFailed.describe(failure));
        }
    }

    private void watch() {
        var retained = relay.retained();
        metrics.saw(rows.backlog(), retained);
        if (retained.isHalfUsed() && !warned) {
            log.warn("the relay holds back more than half of the log that it may");
        }
        warned = retained.isHalfUsed();
    }

    private void judge() throws InterruptedException {
        var suspected = suspects;
        if (suspected != null) {
            var verdict = verdict(suspected);
            if (verdict.isPresent() && delivery.sweep(suspected.ids(), verdict.get())) {
                suspects = null;
            }
        }
    }

    /** An engine at work may be late with a mark; one that brings nothing at all is not at work. */
    private Optional<Fault> verdict(Suspects suspected) {
        if (marks.hasPassed(suspected.mark())) {
            return Optional.of(Fault.PASSED_OVER);
        }
        var patience = settings.sweepAfter();
        return suspected.since().plus(patience).isBefore(clock.instant())
                        && delivery.quietFor(patience)
                ? Optional.of(Fault.SILENT)
                : Optional.empty();
    }

    /** A mark each time, for the log may lose one as well. */
    private void suspect() {
        var now = clock.instant();
        var waiting = suspects == null ? rows.waiting() : null;
        var mark = marks.put();
        if (waiting != null) {
            suspects = new Suspects(waiting, mark, now);
        }
    }
}
