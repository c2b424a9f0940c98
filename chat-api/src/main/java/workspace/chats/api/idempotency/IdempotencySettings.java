package workspace.chats.api.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keptFor how long a key is remembered at least
 * @param cleanEvery how often older ones are searched for
 * @param cleanAtMost how many of them one transaction removes
 */
@ConfigurationProperties("chats.idempotency")
record IdempotencySettings(
        @DefaultValue("24h") Duration keptFor,
        @DefaultValue("5m") Duration cleanEvery,
        @DefaultValue("1000") int cleanAtMost) {}
