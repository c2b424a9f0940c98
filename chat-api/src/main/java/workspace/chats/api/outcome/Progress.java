package workspace.chats.api.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import workspace.chats.api.timeline.TimelineStep;

/**
 * What a batch of reports brings, step by step, so that it does not matter how they were batched.
 */
record Progress(Kind kind, List<Step> steps) {

    /** {@code standings} holds every report's subject. */
    static Progress of(Kind kind, Map<SubjectRef, Standing> standings, List<Report> reports) {
        var now = new HashMap<>(standings);
        var steps = new ArrayList<Step>();
        for (var report : reports) {
            var before = Objects.requireNonNull(now.get(report.subject()));
            var after = report.after(before);
            if (!after.equals(before)) {
                now.put(report.subject(), after);
                steps.add(new Step(report.subject(), before, after));
            }
        }
        return new Progress(kind, steps);
    }

    boolean nothingNew() {
        return steps.isEmpty();
    }

    /** Where the subjects that moved stand at the end. */
    Map<SubjectRef, Standing> standings() {
        var last = new LinkedHashMap<SubjectRef, Standing>();
        steps.forEach(step -> last.put(step.subject(), step.after()));
        return last;
    }

    Collection<ChatChange> chats() {
        var chats = new LinkedHashMap<UUID, ChatChange>();
        steps.stream()
                .map(step -> ChatChange.of(kind, step))
                .forEach(change -> chats.merge(change.chatId(), change, ChatChange::plus));
        return chats.values();
    }

    List<TimelineStep> timeline() {
        return steps.stream().map(step -> step.told(kind)).toList();
    }

    Set<SubjectRef> settled() {
        return standings().entrySet().stream()
                .filter(moved -> moved.getValue().status().settled())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
