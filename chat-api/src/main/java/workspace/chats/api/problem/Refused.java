package workspace.chats.api.problem;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem, from places at the edge that have no answer of their own to
 * return.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final @Nullable Duration retryAfter;

    public Refused(Problem problem) {
        this(problem, null);
    }

    /**
     * @param retryAfter in whole seconds, when the same request may fare better
     */
    public Refused(Problem problem, @Nullable Duration retryAfter) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public Problem problem() {
        return problem;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
