package workspace.chats.messaging.effect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When an unknown submission can have reached the provider, in database time with some allowance
 * for differing clocks.
 */
public record LookWindow(Instant submittedFrom, Instant submittedTo) {

    /** Whether it may have been created by that submission; providers tell whole seconds. */
    public boolean holds(Instant created) {
        return !created.isBefore(submittedFrom.truncatedTo(ChronoUnit.SECONDS))
                && !created.isAfter(submittedTo);
    }
}
