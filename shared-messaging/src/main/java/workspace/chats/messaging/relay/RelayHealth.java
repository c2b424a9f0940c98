package workspace.chats.messaging.relay;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Up while this instance relays, or stands by for one that does; down while the relay restarts, and
 * when events wait for longer than a minute.
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
                    case LEADING -> metrics.oldestMillis() < TOO_LONG.toMillis();
                    case RESTARTING, STOPPED -> false;
                };
        return (well ? Health.up() : Health.down())
                .withDetail("state", state)
                .withDetail("oldestWaitingMillis", metrics.oldestMillis())
                .build();
    }
}
