package workspace.chats.api.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When and how much a flood is slowed down, by each instance for itself.
 *
 * @param busy which share of the time the processors may be busy, more than 0 and at most 1; beyond
 *     it, what a workspace has queued up is let in more slowly
 * @param breather the longest pause before each of those, less in a long queue; zero to never slow
 *     down
 */
@ConfigurationProperties("chats.limits")
record BreatherSettings(
        @DefaultValue("0.85") double busy, @DefaultValue("100ms") Duration breather) {

    BreatherSettings {
        if (!(busy > 0 && busy <= 1) || breather.isNegative()) {
            throw new IllegalArgumentException(
                    "chats.limits.busy must be more than 0 and at most 1, breather not negative");
        }
    }
}
