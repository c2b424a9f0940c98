package workspace.chats.api.fuzz;

import workspace.chats.api.property.Draws;

/** How much of a request is meant to be wrong. */
enum Mood {
    /** Nothing, so that much is made that others can use. */
    KIND,
    /** A field or two. */
    CARELESS,
    /** Anything. */
    CHAOS;

    static Mood of(Draws draws) {
        return switch (draws.below(10)) {
            case 0, 1, 2, 3, 4 -> KIND;
            case 5, 6, 7 -> CARELESS;
            default -> CHAOS;
        };
    }

    /** Whether the next part is to be wrong. */
    boolean spoils(Draws draws) {
        return switch (this) {
            case KIND -> false;
            case CARELESS -> draws.oneIn(7);
            case CHAOS -> draws.oneIn(3);
        };
    }
}
