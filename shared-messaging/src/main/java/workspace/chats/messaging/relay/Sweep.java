package workspace.chats.messaging.relay;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second way out of the outbox. Delivers rows that the relay has passed over, so that no fault
 * of an engine, no lost log position and no restored backup loses an event. Normally finds nothing.
 */
final class Sweep implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final OutboxRows rows;
    private final Delivery delivery;
    private final Relay relay;
    private final RelayMetrics metrics;
    private final RelaySettings settings;

    Sweep(
            OutboxRows rows,
            Delivery delivery,
            Relay relay,
            RelayMetrics metrics,
            RelaySettings settings) {
        this.rows = rows;
        this.delivery = delivery;
        this.relay = relay;
        this.metrics = metrics;
        this.settings = settings;
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
            metrics.saw(rows.backlog(), relay.retainedBytes());
            delivery.sweep(passedOver());
        } catch (RuntimeException failure) {
            log.warn("the sweep waits for its next round: {}", RelayFailed.describe(failure));
        }
    }

    /**
     * Rows inserted before that moment will not come by the relay any more: it is quiet, or it has
     * delivered events that happened much later. While it works off a backlog, old rows are not
     * lost, only late.
     */
    private Instant passedOver() {
        var old = rows.now().minus(settings.sweepAfter());
        var overtaken = delivery.newestRelayed().minus(settings.sweepAfter());
        return delivery.quietFor(settings.sweepAfter()) || old.isBefore(overtaken)
                ? old
                : overtaken;
    }
}
