package workspace.chats.system;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** All the waiting of these tests. */
final class Eventually {

    private Eventually() {}

    static void within(Duration time, String what, ThrowingRunnable assertion) {
        within(time, Duration.ofMillis(50), what, assertion);
    }

    static void within(Duration time, Duration pause, String what, ThrowingRunnable assertion) {
        Awaitility.await(what)
                .atMost(time)
                .pollDelay(Duration.ZERO)
                .pollInterval(pause)
                .ignoreExceptions()
                .untilAsserted(assertion);
    }

    /** What is found once it is as it should be. */
    static <T> T within(Duration time, String what, Callable<T> find, Predicate<T> is) {
        return Awaitility.await(what)
                .atMost(time)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(find, is);
    }

    /** For promises that something does not happen: it must hold from now on for that long. */
    static void staysFor(Duration time, String what, ThrowingRunnable assertion) {
        Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .atMost(time.plusMinutes(1))
                .during(time)
                .untilAsserted(assertion);
    }
}
