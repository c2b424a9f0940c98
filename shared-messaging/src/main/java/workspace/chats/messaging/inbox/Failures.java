package workspace.chats.messaging.inbox;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a failure that passes by itself from one that this very event causes. */
final class Failures {

    private Failures() {}

    /**
     * True when the same event may well succeed later: the database is away, busy, or not what we
     * expect; Kafka did not acknowledge; the machine is out of memory or the program is not whole.
     * Of what PostgreSQL says, only "your data is wrong" (class 22) and "a constraint forbids it"
     * (class 23) are the event's fault.
     */
    static boolean passes(Throwable failure) {
        return switch (root(failure)) {
            case SQLException sql -> !blamesTheData(sql.getSQLState());
            case OutOfMemoryError memory -> true;
            case LinkageError broken -> true;
            case Throwable other -> isOfTheDatabase(failure);
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

    private static boolean blamesTheData(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static boolean isOfTheDatabase(Throwable failure) {
        return failure instanceof DeadLetters.NotPutAside
                || failure instanceof TransactionException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof ConcurrencyFailureException;
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
