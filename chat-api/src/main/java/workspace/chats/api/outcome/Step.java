package workspace.chats.api.outcome;

import workspace.chats.api.timeline.TimelineStep;

/** One report that was news. */
record Step(SubjectRef subject, Standing before, Standing after) {

    boolean errorAppeared() {
        return after.error() && (!before.error() || after.attempt() > before.attempt());
    }

    /** As the chat's timeline tells it. */
    TimelineStep told(Kind kind) {
        if (after.attempt() < before.attempt()) {
            return TimelineStep.refused(subject.chatId(), subject.id(), before.attempt());
        }
        var reason = after.reason();
        return TimelineStep.status(
                kind.what(),
                subject.chatId(),
                subject.id(),
                after.attempt(),
                after.status().code(),
                reason == null ? null : reason.code());
    }

    /** How the count of failed ones moves: -1, 0 or 1. */
    int failedMoved() {
        return (after.error() ? 1 : 0) - (before.error() ? 1 : 0);
    }
}
