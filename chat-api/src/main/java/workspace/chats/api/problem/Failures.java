package workspace.chats.api.problem;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what broke without the exception's words, which may quote a row or a body. */
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    void log(Throwable failure) {
        var root = rootOf(failure);
        log.error(
                "request failed: {} from {} at {}",
                failure.getClass().getName(),
                root.getClass().getName(),
                placeOf(root, failure));
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
