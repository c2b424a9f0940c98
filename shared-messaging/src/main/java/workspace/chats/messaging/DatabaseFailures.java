package workspace.chats.messaging;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a database that cannot take this work now from work that no database would take. */
public final class DatabaseFailures {

    private DatabaseFailures() {}

    /**
     * True when the same work may well succeed later: the database is away, busy, read only, or not
     * what we expect. Of what PostgreSQL says, only "your data is wrong" (class 22) and "a
     * constraint forbids it" (class 23) are the fault of the work. False for what is no failure of
     * a database.
     */
    public static boolean pass(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return !blamesTheData(sql.getSQLState());
            }
        }
        return saysSo(failure);
    }

    private static boolean blamesTheData(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static boolean saysSo(Throwable failure) {
        return failure instanceof TransactionException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof ConcurrencyFailureException;
    }
}
