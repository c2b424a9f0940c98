package workspace.chats.messaging.effect;

import java.util.Locale;

/**
 * Where an effect stands. Once a request may have been written, the rank only goes up, whatever
 * arrives late, twice or out of order. Quiet hours lead to {@link #DEFERRED}, receipts to {@link
 * #UNDELIVERED} and {@link #DELIVERED}.
 */
enum State {
    PLANNED(0),
    DEFERRED(0),
    CLAIMED(1),
    SUBMITTING(2),
    UNKNOWN(3),
    OUTCOME_UNKNOWN(4),
    BLOCKED(5),
    EXPIRED(5),
    REJECTED(5),
    ACCEPTED(5),
    UNDELIVERED(6),
    DELIVERED(7);

    private final int rank;

    State(int rank) {
        this.rank = rank;
    }

    int rank() {
        return rank;
    }

    /** Whether no machine will act on it any more. */
    boolean isFinal() {
        return rank >= OUTCOME_UNKNOWN.rank;
    }

    /** The name in the database, in logs and in metrics. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
