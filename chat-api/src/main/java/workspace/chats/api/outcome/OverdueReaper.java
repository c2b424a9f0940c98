package workspace.chats.api.outcome;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.messaging.wall.OpenWorkspaces;

/**
 * Gives up on what nobody reported on, so that no chat waits for ever. What is said here gives way
 * to a report that comes after all. Any number of instances may do it at once.
 */
final class OverdueReaper {

    private static final Logger log = LoggerFactory.getLogger(OverdueReaper.class);

    private final Overdue overdue;
    private final Outcomes outcomes;
    private final TransactionOperations transactions;
    private final OutcomeSettings settings;
    private final Clock clock;

    OverdueReaper(
            Overdue overdue,
            Outcomes outcomes,
            TransactionOperations transactions,
            OutcomeSettings settings,
            Clock clock) {
        this.overdue = overdue;
        this.outcomes = outcomes;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Batch by batch until none is left; after a failure the rest waits for the next time. */
    void reap() {
        try {
            int givenUp;
            do {
                givenUp = giveUp();
                say(givenUp);
            } while (givenUp == settings.reapAtMost());
        } catch (RuntimeException failed) {
            log.warn("overdue ones not given up: {}", failed.getClass().getSimpleName());
        }
    }

    private static void say(int givenUp) {
        if (givenUp > 0) {
            log.warn("nobody reported on {} messages or calls in time: given up", givenUp);
        }
    }

    /** Finds across workspaces, and changes with those of the found ones open. */
    private int giveUp() {
        var before = clock.instant().minus(settings.grace());
        var found = overdue.find(before, settings.reapAtMost());
        return OpenWorkspaces.callWith(
                found.stream().map(SubjectRef::workspaceId).toList(),
                () -> transactions.execute(_ -> giveUp(found, before)));
    }

    private int giveUp(List<SubjectRef> found, Instant before) {
        var reports = overdue.lock(found, before);
        outcomes.apply(reports);
        return reports.size();
    }
}
