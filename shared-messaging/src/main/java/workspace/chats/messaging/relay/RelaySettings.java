package workspace.chats.messaging.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled false for an instance that leaves relaying to others
 * @param user a role with REPLICATION, which may read and delete outbox rows
 * @param pollInterval how long the engine waits for more; about the latency it adds, and the
 *     shorter, the more CPU it takes when idle (10 ms: a tenth of a core)
 * @param sweepAfter how long an engine may be silent before the sweep delivers in its place
 * @param sweepEvery the time between two looks for rows that the engine has passed over, and
 *     between two marks, which also keep the log position moving
 * @param lease how long a leader may hang before its lock goes to another
 * @param lockRetry the time between two tries of a standby to become the leader, and between two
 *     renewals of a leader's lease
 */
@ConfigurationProperties("workspace.relay")
record RelaySettings(
        @DefaultValue("true") boolean enabled,
        String user,
        String password,
        @DefaultValue("50ms") Duration pollInterval,
        @DefaultValue("30s") Duration sweepAfter,
        @DefaultValue("5s") Duration sweepEvery,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("250ms") Duration lockRetry) {

    @Override
    public String toString() {
        return "RelaySettings[user=" + user + "]";
    }
}
