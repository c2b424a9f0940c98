package workspace.chats.messaging.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param patience how long after its publication an event may wait for its chat to become visible
 * @param retention how long an event is known as seen; longer than a topic keeps it
 * @param cleaning the time between two rounds of forgetting
 * @param firstPause the pause after a batch was held up; doubled each time up to {@code
 *     longestPause}
 */
@ConfigurationProperties("workspace.inbox")
record InboxSettings(
        @DefaultValue("2m") Duration patience,
        @DefaultValue("30d") Duration retention,
        @DefaultValue("1h") Duration cleaning,
        @DefaultValue("200ms") Duration firstPause,
        @DefaultValue("5s") Duration longestPause) {}
