package workspace.chats.messaging.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch. The outbox and the log are looked at by the leader only. */
final class RelayMetrics {

    private final Counter relayed;
    private final Counter swept;
    private final Counter stops;
    private final AtomicBoolean leader = new AtomicBoolean();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestMillis = new AtomicLong();
    private final AtomicLong retained = new AtomicLong();

    RelayMetrics(MeterRegistry registry) {
        relayed = registry.counter("workspace.relay.relayed");
        swept = registry.counter("workspace.relay.swept");
        stops = registry.counter("workspace.relay.engine.stops");
        Gauge.builder("workspace.relay.leader", () -> leader.get() ? 1 : 0).register(registry);
        Gauge.builder("workspace.outbox.waiting", waiting::get).register(registry);
        Gauge.builder("workspace.outbox.oldest", () -> oldestMillis.get() / 1000.0)
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("workspace.relay.wal.retained", retained::get)
                .baseUnit("bytes")
                .register(registry);
    }

    void relayed(int events) {
        relayed.increment(events);
    }

    void swept(int events) {
        swept.increment(events);
    }

    void stopped() {
        stops.increment();
    }

    void leads(boolean now) {
        leader.set(now);
        if (!now) {
            saw(new OutboxRows.Backlog(0, Duration.ZERO), 0);
        }
    }

    void saw(OutboxRows.Backlog backlog, long retainedBytes) {
        waiting.set(backlog.rows());
        oldestMillis.set(backlog.oldest().toMillis());
        retained.set(retainedBytes);
    }

    boolean isLeader() {
        return leader.get();
    }

    long oldestMillis() {
        return oldestMillis.get();
    }

    double stops() {
        return stops.count();
    }

    double swept() {
        return swept.count();
    }
}
