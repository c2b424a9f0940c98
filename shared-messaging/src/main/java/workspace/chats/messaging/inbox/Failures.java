package workspace.chats.messaging.inbox;

import java.sql.SQLException;
import workspace.chats.messaging.DatabaseFailures;

/** Tells a failure that passes by itself from one that this very event causes. */
final class Failures {

    private Failures() {}

    /**
     * True when the same event may well succeed later: the database cannot take it now; Kafka did
     * not acknowledge; the machine is out of memory or the program is not whole.
     */
    static boolean passes(Throwable failure) {
        return switch (root(failure)) {
            case OutOfMemoryError memory -> true;
            case LinkageError broken -> true;
            case Throwable other ->
                    failure instanceof DeadLetters.NotPutAside || DatabaseFailures.pass(failure);
        };
    }

    /** The class, and PostgreSQL's code if there is one: what may be logged of a failure. */
    static String describe(Throwable failure) {
        return switch (root(failure)) {
            case SQLException sql -> sql.getClass().getSimpleName() + " " + sql.getSQLState();
            case DeadLetters.NotPutAside ours -> String.valueOf(ours.getMessage());
            case Throwable other -> other.getClass().getSimpleName();
        };
    }

    /** The SQLException if there is one on the way down, else the first cause of all. */
    private static Throwable root(Throwable failure) {
        var root = failure;
        while (!(root instanceof SQLException) && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
