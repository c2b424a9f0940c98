package workspace.chats.api.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are answered, by each instance for itself.
 *
 * @param member of one member, at once and then evenly spread over {@code per}
 * @param workspace of all members of a workspace together, likewise
 * @param per the time in which they may ask for so many more
 * @param atOnce how many requests of one workspace are in the database at a time; others wait. Less
 *     than the pool has connections, so that another workspace finds one.
 * @param waiting how many requests of one workspace may wait for their turn and for a connection;
 *     with more, the next are turned away. The pool's time-out has to be longer than serving so
 *     many takes.
 */
@ConfigurationProperties("chats.limits")
record LimitSettings(
        @DefaultValue("200") int member,
        @DefaultValue("1000") int workspace,
        @DefaultValue("10s") Duration per,
        @DefaultValue("4") int atOnce,
        @DefaultValue("500") int waiting) {

    LimitSettings {
        if (member < 1 || workspace < 1 || atOnce < 1 || waiting < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("chats.limits.* must be positive");
        }
    }
}
