package workspace.chats.api.problem;

import java.time.Duration;
import org.springframework.transaction.CannotCreateTransactionException;

/** So many others were before it that a request gave up waiting to be let into the database. */
public final class NoTurnInTime extends CannotCreateTransactionException {

    private static final long serialVersionUID = 1L;

    private final Duration comeBack;

    /**
     * @param comeBack in what time it had better be made again
     */
    public NoTurnInTime(Duration comeBack) {
        super("too many before it");
        this.comeBack = comeBack;
    }

    Duration comeBack() {
        return comeBack;
    }
}
