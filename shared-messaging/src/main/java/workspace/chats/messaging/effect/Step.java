package workspace.chats.messaging.effect;

import java.util.UUID;

/** A move of a row that somebody saw: it is written only if the row is still as it was seen. */
record Step(Entry entry, Move move) {

    UUID id() {
        return entry.effect().id();
    }

    /**
     * Whether nobody asks any more what it said. Looks at others ask it of what they may be shown
     * in place of their own, until {@link Forgetting} has its turn.
     */
    boolean forgets() {
        return move.to().isFinal() && !(mayBeShown() && entry.effect().medium().canBeLookedFor());
    }

    private boolean mayBeShown() {
        return switch (move.to()) {
            case OUTCOME_UNKNOWN, REJECTED -> move.providerId() == null;
            case PLANNED, DEFERRED, CLAIMED, SUBMITTING, UNKNOWN -> false;
            case BLOCKED, EXPIRED, ACCEPTED, UNDELIVERED, DELIVERED -> false;
        };
    }
}
