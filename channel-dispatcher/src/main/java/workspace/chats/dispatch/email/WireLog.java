package workspace.chats.dispatch.email;

import java.util.List;
import java.util.logging.Logger;

/**
 * Jakarta Mail tells recipients and whole dialogues to the JDK's loggers, which it names after the
 * package of the transport's own class: for us, of {@link WatchedTransport}. Whoever sets our
 * packages to debug, or everything, would get them.
 */
final class WireLog {

    // The JDK forgets a logger that nobody holds, and what was set on it.
    private static final List<Logger> OF_THE_TRANSPORT = List.of(logger(""), logger(".protocol"));

    private WireLog() {}

    /**
     * A filter, since a level is overridden by whoever sets levels, even while the service runs.
     */
    static void silence() {
        OF_THE_TRANSPORT.forEach(logger -> logger.setFilter(_ -> false));
    }

    private static Logger logger(String below) {
        return Logger.getLogger(WatchedTransport.class.getPackageName() + below);
    }
}
