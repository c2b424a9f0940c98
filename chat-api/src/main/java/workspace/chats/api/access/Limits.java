package workspace.chats.api.access;

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

    private final Allowances<Visitor> visitors;
    private final Allowances<UUID> workspaces;
    private final Allowances<String> strangers;

    @Autowired
    Limits(LimitSettings settings) {
        this(settings, TimeMeter.SYSTEM_NANOTIME);
    }

    Limits(LimitSettings settings, TimeMeter time) {
        visitors = new Allowances<>(settings.member(), settings.per(), time);
        workspaces = new Allowances<>(settings.workspace(), settings.per(), time);
        strangers = new Allowances<>(settings.member(), settings.per(), time);
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
     * Counts the same request once more when the database has said who he is: against the workspace
     * of a member, or against what a stranger may ask of all workspaces.
     *
     * @param membership what is known of the member, nothing of a stranger
     * @return the membership
     * @throws Refused 429 with the time to wait
     */
    public <T> Optional<T> counted(Visitor visitor, Optional<T> membership) {
        var wait =
                membership.isPresent()
                        ? workspaces.take(visitor.workspaceId())
                        : strangers.take(visitor.subject());
        wait.ifPresent(Limits::refuse);
        return membership;
    }

    private static void refuse(Duration wait) {
        var seconds = wait.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
        throw new Refused(Problem.of(HttpStatus.TOO_MANY_REQUESTS), seconds);
    }
}
