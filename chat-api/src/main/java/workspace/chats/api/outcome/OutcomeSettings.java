package workspace.chats.api.outcome;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lookEvery how often the database is asked for the messages that somebody waits for
 * @param waitersAtMost how many messages may be waited for at once; further callers are answered
 *     without a wait
 * @param grace how long after its {@code expires_at} a silent message or call is given up
 * @param unknownDeadline how long the services that send look for an outcome, from when it is
 *     unknown: such a one is given up no sooner than a grace after that
 * @param reapEvery how often silent ones are searched for
 * @param reapAtMost how many of them one transaction gives up
 */
@ConfigurationProperties("chats.outcome")
record OutcomeSettings(
        @DefaultValue("25ms") Duration lookEvery,
        @DefaultValue("10000") int waitersAtMost,
        @DefaultValue("5m") Duration grace,
        @DefaultValue("10m") Duration unknownDeadline,
        @DefaultValue("10s") Duration reapEvery,
        @DefaultValue("200") int reapAtMost) {}
