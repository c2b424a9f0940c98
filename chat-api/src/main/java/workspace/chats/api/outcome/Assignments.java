package workspace.chats.api.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.timeline.Timeline;
import workspace.chats.api.timeline.TimelineStep;
import workspace.chats.events.AssignmentEvent.AssignmentCreated;
import workspace.chats.messaging.inbox.NotYetVisible;

/** The assignments that chats reserved: active once assignment-service has made them. */
@Repository
class Assignments {

    private static final String LOCK =
            """
            select c.id
            from unnest(:chats::uuid[], :assignments::uuid[]) as made(chat_id, assignment_id)
            join chat c on c.workspace_id = :workspace and c.id = made.chat_id and c.assignment_id = made.assignment_id
            order by c.id
            for no key update of c
            """;

    private static final String ACTIVATE =
            """
            update chat
            set assignment_status = 'active', version = version + 1, updated_at = greatest(updated_at, :at)
            where workspace_id = :workspace and id = any (:chats) and assignment_status = 'pending'
            returning id, assignment_id
            """;

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final Clock clock;

    Assignments(JdbcClient jdbc, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Throws {@link NotYetVisible} when one belongs to a chat that is not there yet. */
    void activate(List<AssignmentCreated> made) {
        made.stream()
                .collect(
                        Collectors.groupingBy(
                                AssignmentCreated::workspaceId, TreeMap::new, Collectors.toList()))
                .forEach(this::activateIn);
    }

    private void activateIn(UUID workspaceId, List<AssignmentCreated> made) {
        lock(workspaceId, made);
        var activated =
                jdbc.sql(ACTIVATE)
                        .param("workspace", workspaceId)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("chats", ids(made, AssignmentCreated::chatId))
                        .query((row, number) -> step(row))
                        .list();
        timeline.append(workspaceId, activated);
    }

    private static TimelineStep step(ResultSet row) throws SQLException {
        return TimelineStep.assigned(
                row.getObject("id", UUID.class), row.getObject("assignment_id", UUID.class));
    }

    private void lock(UUID workspaceId, List<AssignmentCreated> made) {
        var visible =
                jdbc.sql(LOCK)
                        .param("workspace", workspaceId)
                        .param("chats", ids(made, AssignmentCreated::chatId))
                        .param("assignments", ids(made, AssignmentCreated::assignmentId))
                        .query(UUID.class)
                        .set();
        for (var assignment : made) {
            if (!visible.contains(assignment.chatId())) {
                throw new NotYetVisible(assignment.chatId());
            }
        }
    }

    private static UUID[] ids(List<AssignmentCreated> made, Function<AssignmentCreated, UUID> id) {
        return made.stream().map(id).toArray(UUID[]::new);
    }
}
