package workspace.chats.api.problem;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers requests that come when too many wait, at as little cost as possible. */
@Component
public final class Overload {

    private static final Logger log = LoggerFactory.getLogger(Overload.class);
    private final Bucket lines =
            Bucket.builder()
                    .addLimit(limit -> limit.capacity(1).refillGreedy(1, Duration.ofSeconds(1)))
                    .build();

    /**
     * 503, and to come again in that time, rounded up to whole seconds, of which one is the least.
     */
    public void turnAway(HttpServletResponse response, Duration comeBack) throws IOException {
        logSometimes();
        var seconds = Math.max(1, comeBack.plusSeconds(1).minusNanos(1).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        ProblemWriter.write(response, Problem.overloaded());
    }

    /** Once a second at most: who has too much to do should not write about it as well. */
    private void logSometimes() {
        if (lines.tryConsume(1)) {
            log.warn("requests turned away: too many are waiting for the database");
        }
    }
}
