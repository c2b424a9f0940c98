package workspace.chats.api.timeline;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.messaging.Ids;

/** The steps of all chats. A step bears the time at which it was appended: when we learned it. */
@Repository
public class Timeline {

    private static final String APPEND =
            """
            insert into chat_step (workspace_id, at, chat_id, id, what, member_id, subject_id, attempt, status, reason)
            select :workspace, :at, step.*
            from unnest(:chats::uuid[], :ids::uuid[], :whats::text[], :members::uuid[], :subjects::uuid[], :attempts::int[],
                        :statuses::text[], :reasons::text[]) as step
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Timeline(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** All in one statement, in their order, in the caller's transaction. */
    public void append(UUID workspaceId, Collection<TimelineStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        jdbc.sql(APPEND)
                .param("workspace", workspaceId)
                .param("at", now())
                .param("chats", uuids(steps, TimelineStep::chatId))
                .param("ids", uuids(steps, step -> ids.next()))
                .param("whats", texts(steps, step -> step.what().code()))
                .param("members", uuids(steps, TimelineStep::memberId))
                .param("subjects", uuids(steps, TimelineStep::subjectId))
                .param(
                        "attempts",
                        steps.stream().map(TimelineStep::attempt).toArray(Integer[]::new))
                .param("statuses", texts(steps, TimelineStep::status))
                .param("reasons", texts(steps, TimelineStep::reason))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable UUID[] uuids(
            Collection<TimelineStep> steps, Function<TimelineStep, @Nullable UUID> id) {
        return steps.stream().map(id).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(
            Collection<TimelineStep> steps, Function<TimelineStep, @Nullable String> text) {
        return steps.stream().map(text).toArray(String[]::new);
    }
}
