package workspace.chats.api.outcome;

import java.util.Locale;

/**
 * How far a message or a call got, as the database spells it. Both climb one ladder: what is known
 * of an attempt never moves to a lower rung. The rungs left out are those of {@link
 * Standing#rank()}'s doubtful failures.
 */
enum Status {
    PENDING(0),
    DEFERRED(1),
    UNKNOWN(3),
    ACCEPTED(5),
    RINGING(6),
    ANSWERED(7),
    COMPLETED(8),
    BUSY(9),
    NO_ANSWER(10),
    FAILED(11),
    CANCELED(12),
    DELIVERED(13),
    /** There is nothing to send, so nothing can come of it. */
    NONE(14);

    private final int rank;

    Status(int rank) {
        this.rank = rank;
    }

    int rank() {
        return rank;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether there is an answer worth ending a wait for. */
    boolean settled() {
        return this != PENDING && this != UNKNOWN;
    }
}
