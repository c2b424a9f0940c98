package workspace.chats.api.problem;

import io.github.bucket4j.Bucket;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what broke without the exception's words, which may quote a row or a body. */
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final Bucket linesAboutOverload =
            Bucket.builder()
                    .addLimit(limit -> limit.capacity(1).refillGreedy(1, Duration.ofSeconds(1)))
                    .build();

    void log(Throwable failure) {
        var root = rootOf(failure);
        log.error(
                "request failed: {} from {} at {}",
                failure.getClass().getName(),
                root.getClass().getName(),
                placeOf(root, failure));
    }

    /** No turn came, or every connection was busy for too long; the database itself is well. */
    static boolean isOverload(Throwable failure) {
        var root = rootOf(failure);
        return root instanceof SQLTransientConnectionException || root instanceof NoTurnInTime;
    }

    /** What a row refers to was taken away after it was looked up. */
    static boolean isVanishedReference(Throwable failure) {
        return rootOf(failure) instanceof SQLException refused
                && FOREIGN_KEY_VIOLATION.equals(refused.getSQLState());
    }

    /** Once a second at most: who has too much to do should not write about it as well. */
    void logOverload() {
        if (linesAboutOverload.tryConsume(1)) {
            log.warn("requests turned away: too many are waiting for the database");
        }
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The first line of ours, the innermost first. */
    private static String placeOf(Throwable root, Throwable failure) {
        return Arrays.stream(new Throwable[] {root, failure})
                .flatMap(thrown -> Arrays.stream(thrown.getStackTrace()))
                .filter(line -> line.getClassName().startsWith("workspace.chats."))
                .filter(line -> line.getLineNumber() > 0) // no proxies
                .map(StackTraceElement::toString)
                .findFirst()
                .orElse("unknown place");
    }
}
