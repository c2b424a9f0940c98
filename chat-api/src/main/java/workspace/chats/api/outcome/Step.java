package workspace.chats.api.outcome;

/** One report that was news. */
record Step(SubjectRef subject, Standing before, Standing after) {

    boolean errorAppeared() {
        return after.error() && (!before.error() || after.attempt() > before.attempt());
    }

    /** How the count of failed ones moves: -1, 0 or 1. */
    int failedMoved() {
        return (after.error() ? 1 : 0) - (before.error() ? 1 : 0);
    }
}
