package workspace.chats.messaging.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled false for an instance that leaves relaying to others
 * @param user a role with REPLICATION, which may read and delete outbox rows
 * @param pollInterval how long the engine waits for more; about the latency it adds, and the
 *     shorter, the more CPU it takes when idle (10 ms: a tenth of a core)
 * @param sweepAfter the age at which a row that the engine has passed over is delivered by the
 *     sweep
 * @param sweepEvery the time between two looks for such rows
 * @param heartbeat the time between two inserts that keep the log position moving
 * @param lockRetry the time between two tries of a standby to become the leader
 */
@ConfigurationProperties("workspace.relay")
record RelaySettings(
        @DefaultValue("true") boolean enabled,
        String user,
        String password,
        @DefaultValue("50ms") Duration pollInterval,
        @DefaultValue("30s") Duration sweepAfter,
        @DefaultValue("5s") Duration sweepEvery,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("250ms") Duration lockRetry) {

    @Override
    public String toString() {
        return "RelaySettings[user=" + user + "]";
    }
}
