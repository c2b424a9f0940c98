package workspace.chats.api.outcome;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import workspace.chats.api.timeline.Timeline;
import workspace.chats.messaging.inbox.NotYetVisible;

/**
 * Applies reports of one kind to the rows they are about, in the caller's transaction: four
 * statements per workspace, however many reports.
 */
final class Outcomes {

    private final Kind kind;
    private final Standings standings;
    private final ChangedChats chats;
    private final Timeline timeline;
    private final OutcomeWait wait;

    Outcomes(
            Kind kind,
            Standings standings,
            ChangedChats chats,
            Timeline timeline,
            OutcomeWait wait) {
        this.kind = kind;
        this.standings = standings;
        this.chats = chats;
        this.timeline = timeline;
        this.wait = wait;
    }

    /** Throws {@link NotYetVisible} when a report is about something that is not there yet. */
    void apply(List<Report> reports) {
        // in the order of their ids, so that two batches lock workspaces in the same order
        reports.stream()
                .collect(
                        Collectors.groupingBy(
                                Report::workspaceId, TreeMap::new, Collectors.toList()))
                .forEach(this::applyIn);
    }

    private void applyIn(UUID workspaceId, List<Report> reports) {
        var subjects = reports.stream().map(Report::subject).collect(Collectors.toSet());
        var progress = Progress.of(kind, locked(workspaceId, subjects), reports);
        if (progress.nothingNew()) {
            return;
        }
        standings.save(workspaceId, progress.standings());
        chats.save(workspaceId, progress.chats());
        timeline.append(workspaceId, progress.timeline());
        wakeAfterCommit(progress.settled());
    }

    private Map<SubjectRef, Standing> locked(UUID workspaceId, Set<SubjectRef> subjects) {
        var visible = standings.lock(workspaceId, subjects);
        for (var subject : subjects) {
            if (!visible.containsKey(subject)) {
                throw new NotYetVisible(subject.chatId());
            }
        }
        return visible;
    }

    private void wakeAfterCommit(Set<SubjectRef> settled) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wait.wake(settled);
                    }
                });
    }
}
