package workspace.chats.messaging.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Ways in which a service's work goes wrong. */
final class Broken {

    private Broken() {}

    /** Throws anything, checked or not. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    static void overflowTheStack() {
        overflow(1);
    }

    /** The server closes the connection of the transaction at hand. */
    static void hangUpOn(JdbcClient database) {
        database.sql("select pg_terminate_backend(pg_backend_pid())").query(Boolean.class).single();
    }

    private static int overflow(int depth) {
        return depth == 0 ? 0 : overflow(depth + 1) + depth;
    }
}
