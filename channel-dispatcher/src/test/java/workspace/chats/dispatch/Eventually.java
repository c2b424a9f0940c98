package workspace.chats.dispatch;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionFactory;

/** All the waiting of these tests. */
public final class Eventually {

    /** For a busy machine, on which a relay may have to wait for the lease of the one before. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Eventually() {}

    public static ConditionFactory eventually() {
        return await().atMost(PATIENCE);
    }
}
