package workspace.chats.api.outcome;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.messaging.wall.OpenWorkspaces;

/** Applies reports the way they arrive: in one transaction that sees their workspaces. */
@NullMarked
record AsTheInbox(TransactionOperations transactions) {

    void apply(Outcomes outcomes, List<Report> reports) {
        apply(outcomes, reports, () -> {});
    }

    /** Does something more before the commit. */
    void apply(Outcomes outcomes, List<Report> reports, Runnable more) {
        OpenWorkspaces.runWith(
                reports.stream().map(Report::workspaceId).toList(),
                () ->
                        transactions.executeWithoutResult(_ -> {
                            outcomes.apply(reports);
                            more.run();
                        }));
    }
}
