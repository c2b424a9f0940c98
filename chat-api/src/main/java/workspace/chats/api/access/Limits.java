package workspace.chats.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * How much one member, and all members of a workspace together, may ask of this instance. A
 * workspace's share is touched only once it is known that somebody is a member, so that no stranger
 * uses it up; strangers have one of their own.
 */
@Component
public class Limits {

    private static final int REMEMBERED_AT_MOST = 100_000;

    private final Allowances<Visitor> visitors;
    private final Allowances<UUID> workspaces;
    private final Allowances<String> strangers;
    private final Cache<Visitor, Boolean> membersLately;

    @Autowired
    Limits(LimitSettings settings) {
        this(settings, TimeMeter.SYSTEM_NANOTIME);
    }

    Limits(LimitSettings settings, TimeMeter time) {
        visitors = new Allowances<>(settings.member(), settings.per(), time);
        workspaces = new Allowances<>(settings.workspace(), settings.per(), time);
        strangers = new Allowances<>(settings.member(), settings.per(), time);
        membersLately =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED_AT_MOST)
                        .expireAfterWrite(settings.per())
                        .ticker(time::currentTimeNanos)
                        .build();
    }

    /**
     * Counts a request before anything is asked of the database.
     *
     * @throws Refused 429 with the time to wait
     */
    void count(Visitor visitor) {
        visitors.take(visitor).ifPresent(Limits::refuse);
    }

    /**
     * To be called before the database is asked who he is, while no connection is held: the answer
     * to a stranger who has none left would be the same afterwards, and not for nothing. Who was a
     * member lately may always ask. Not exact: requests that come at the same moment do not see
     * each other.
     *
     * @throws Refused 429 with the time to wait
     */
    public void letAsk(Visitor visitor) {
        if (membersLately.getIfPresent(visitor) == null) {
            strangers.waitFor(visitor.subject()).ifPresent(Limits::refuse);
        }
    }

    /**
     * Counts the same request once more when the database has said who he is: against the workspace
     * of a member, or against what a stranger may ask of all workspaces.
     *
     * @param membership what is known of the member, nothing of a stranger
     * @return the membership
     * @throws Refused 429 with the time to wait
     */
    public <T> Optional<T> counted(Visitor visitor, Optional<T> membership) {
        var wait = membership.isPresent() ? ofMember(visitor) : ofStranger(visitor);
        wait.ifPresent(Limits::refuse);
        return membership;
    }

    private Optional<Duration> ofMember(Visitor visitor) {
        membersLately.put(visitor, true);
        return workspaces.take(visitor.workspaceId());
    }

    private Optional<Duration> ofStranger(Visitor visitor) {
        membersLately.invalidate(visitor);
        return strangers.take(visitor.subject());
    }

    private static void refuse(Duration wait) {
        var seconds = wait.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
        throw new Refused(Problem.of(HttpStatus.TOO_MANY_REQUESTS), seconds);
    }
}
