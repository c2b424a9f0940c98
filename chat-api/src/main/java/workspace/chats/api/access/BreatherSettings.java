package workspace.chats.api.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When and how much a flood is slowed down, by each instance for itself.
 *
 * @param lateness how late a thread that has slept may come to the processor on average; beyond it,
 *     what a workspace has queued up is let in more slowly
 * @param breather the longest pause before each of those, less in a long queue; zero to never slow
 *     down
 */
@ConfigurationProperties("chats.limits")
record BreatherSettings(
        @DefaultValue("600us") Duration lateness, @DefaultValue("100ms") Duration breather) {

    BreatherSettings {
        if (!lateness.isPositive() || breather.isNegative()) {
            throw new IllegalArgumentException(
                    "chats.limits.lateness must be positive, breather not negative");
        }
    }
}
