package workspace.chats.api.problem;

import org.springframework.transaction.CannotCreateTransactionException;

/** So many others were before it that a request gave up waiting to be let into the database. */
public final class NoTurnInTime extends CannotCreateTransactionException {

    private static final long serialVersionUID = 1L;

    public NoTurnInTime() {
        super("too many before it");
    }
}
