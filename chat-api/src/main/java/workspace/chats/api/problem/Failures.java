package workspace.chats.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what broke without the exception's words, which may quote a row or a body. */
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String CONNECTION = "08";

    /** By an administrator, by a crash, because of idling in a transaction. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "25P03");

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

    /** When a turn was waited for in vain; how long a connection takes nobody knows. */
    static Duration comeBackAfter(Throwable overload) {
        return rootOf(overload) instanceof NoTurnInTime late ? late.comeBack() : Duration.ZERO;
    }

    /**
     * The connection broke, or PostgreSQL ended it: because it shuts down, or because nothing came
     * from here for so long. The pool says so of a broken one without a code.
     */
    static boolean isLostConnection(Throwable failure) {
        return rootOf(failure) instanceof SQLException lost
                && (lost.getSQLState() == null || endsConnection(lost.getSQLState()));
    }

    private static boolean endsConnection(String state) {
        return state.startsWith(CONNECTION) || ENDED.contains(state);
    }

    /** What a row refers to was taken away after it was looked up. */
    static boolean isVanishedReference(Throwable failure) {
        return rootOf(failure) instanceof SQLException refused
                && FOREIGN_KEY_VIOLATION.equals(refused.getSQLState());
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
