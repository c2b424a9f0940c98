package workspace.chats.messaging.relay;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Up while this instance relays, or stands by for one that does; down while the relay restarts,
 * when events wait for longer than a minute, and when PostgreSQL keeps more than half of the log
 * that it may keep for them. Tells what was healed last.
 */
final class RelayHealth implements HealthIndicator {

    private static final Duration TOO_LONG = Duration.ofMinutes(1);

    private final RelaySupervisor supervisor;
    private final RelayMetrics metrics;

    RelayHealth(RelaySupervisor supervisor, RelayMetrics metrics) {
        this.supervisor = supervisor;
        this.metrics = metrics;
    }

    @Override
    public Health health() {
        var state = supervisor.state();
        var well =
                switch (state) {
                    case STANDBY -> true;
                    case LEADING -> isInTime() && !metrics.retained().isHalfUsed();
                    case RESTARTING, STOPPED -> false;
                };
        var health = well ? Health.up() : Health.down();
        health.withDetail("state", state)
                .withDetail("oldestWaitingMillis", metrics.oldestMillis())
                .withDetail("logRetainedBytes", metrics.retained().bytes());
        metrics.lastHealed().ifPresent(healed -> tell(healed, health));
        return health.build();
    }

    private boolean isInTime() {
        return metrics.oldestMillis() < TOO_LONG.toMillis();
    }

    private static void tell(Healed healed, Health.Builder health) {
        health.withDetail("healedLast", healed.fault().code())
                .withDetail("healedEvents", healed.events())
                .withDetail("healedAt", healed.at().toString());
    }
}
