package workspace.chats.messaging.relay;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The relay cannot go on for now. Says the classes of what happened, never their words. */
final class RelayFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RelayFailed(@Nullable Throwable why) {
        super(describe(why), null, false, false);
    }

    private RelayFailed(String why) {
        super(why, null, false, false);
    }

    static RelayFailed becauseItsLockIsLost() {
        return new RelayFailed("its lock is lost");
    }

    static String describe(@Nullable Throwable why) {
        if (why instanceof RelayFailed ours) {
            return String.valueOf(ours.getMessage());
        }
        var words = new StringBuilder();
        for (var cause = why; cause != null; cause = cause.getCause()) {
            words.append(words.isEmpty() ? "" : " < ").append(cause.getClass().getSimpleName());
            if (cause instanceof SQLException sql) {
                words.append(' ').append(sql.getSQLState());
            }
        }
        return words.isEmpty() ? "ended by itself" : words.toString();
    }
}
