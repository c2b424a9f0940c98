package workspace.chats.messaging.effect;

/** What became of the wish to try a message or call once more. */
public enum NextAttempt {
    /** It is planned. */
    PLANNED,
    /** This attempt, or a later one, is in the ledger already: the wish was heard before. */
    KNOWN,
    /** The last attempt was taken, so nothing is sent again; its outcome stands. */
    TAKEN,
    /** The last attempt is still under way, or still being looked for. */
    UNDER_WAY,
    /** Nobody knows what became of the last attempt: only who confirms that may send again. */
    UNCONFIRMED;

    /** What may follow a last attempt in that state. */
    static NextAttempt after(State last, boolean confirmUnknown) {
        return switch (last) {
            case REJECTED, UNDELIVERED, BLOCKED, EXPIRED -> PLANNED;
            case OUTCOME_UNKNOWN -> confirmUnknown ? PLANNED : UNCONFIRMED;
            case ACCEPTED, DELIVERED -> TAKEN;
            case PLANNED, DEFERRED, CLAIMED, SUBMITTING, UNKNOWN -> UNDER_WAY;
        };
    }
}
