package workspace.chats.messaging.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What operators watch. The outbox and the log are looked at by the leader only. */
final class RelayMetrics {

    private final Map<Fault, Counter> healed = new EnumMap<>(Fault.class);
    private final Counter relayed;
    private final Counter swept;
    private final Counter stops;
    private final AtomicBoolean leader = new AtomicBoolean();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestMillis = new AtomicLong();
    private volatile RetainedLog retained = RetainedLog.NONE;
    private volatile @Nullable Healed lastHealed;

    RelayMetrics(MeterRegistry registry) {
        relayed = registry.counter("workspace.relay.relayed");
        swept = registry.counter("workspace.relay.swept");
        stops = registry.counter("workspace.relay.engine.stops");
        Gauge.builder("workspace.relay.leader", () -> leader.get() ? 1 : 0).register(registry);
        Gauge.builder("workspace.outbox.waiting", waiting::get).register(registry);
        Gauge.builder("workspace.outbox.oldest", () -> oldestMillis.get() / 1000.0)
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("workspace.relay.wal.retained", () -> retained.bytes())
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("workspace.relay.wal.left", () -> retained.left())
                .baseUnit("bytes")
                .register(registry);
        for (var fault : Fault.values()) {
            healed.put(fault, registry.counter("workspace.relay.healed", "fault", fault.code()));
        }
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
            saw(new OutboxRows.Backlog(0, Duration.ZERO), RetainedLog.NONE);
        }
    }

    void healed(Healed event) {
        lastHealed = event;
        Objects.requireNonNull(healed.get(event.fault())).increment();
    }

    void saw(OutboxRows.Backlog backlog, RetainedLog retainedLog) {
        waiting.set(backlog.rows());
        oldestMillis.set(backlog.oldest().toMillis());
        retained = retainedLog;
    }

    boolean isLeader() {
        return leader.get();
    }

    long oldestMillis() {
        return oldestMillis.get();
    }

    RetainedLog retained() {
        return retained;
    }

    Optional<Healed> lastHealed() {
        return Optional.ofNullable(lastHealed);
    }

    double stops() {
        return stops.count();
    }

    double swept() {
        return swept.count();
    }
}
