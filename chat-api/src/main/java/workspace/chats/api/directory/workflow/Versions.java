package workspace.chats.api.directory.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.api.directory.entry.Listing;
import workspace.chats.api.directory.entry.PageWish;

/** The versions of workflows, numbered from 1. */
@Repository
class Versions {

    private static final String COLUMNS = " number, status, definition, published_at ";
    private static final String OF_WORKFLOW =
            " from workflow_version where workspace_id = ? and workflow_id = ?";

    /** Fractions with all their digits. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Listing<Version> page(UUID workspaceId, UUID workflowId, PageWish wish) {
        var found =
                jdbc.sql("select" + COLUMNS + OF_WORKFLOW + " order by number limit ? offset ?")
                        .params(workspaceId, workflowId, wish.size(), wish.offset())
                        .query(Versions::version)
                        .list();
        var total =
                jdbc.sql("select count(*)" + OF_WORKFLOW)
                        .params(workspaceId, workflowId)
                        .query(Long.class)
                        .single();
        return new Listing<>(found, total, wish.page(), wish.size());
    }

    Optional<Version> find(UUID workspaceId, UUID workflowId, int number) {
        return jdbc.sql("select" + COLUMNS + OF_WORKFLOW + " and number = ?")
                .params(workspaceId, workflowId, number)
                .query(Versions::version)
                .optional();
    }

    /** A draft with the next number; the workflow's row has to be locked. */
    Version add(UUID workspaceId, UUID workflowId, JsonNode definition) {
        return jdbc.sql(
                        """
                        insert into workflow_version (workspace_id, workflow_id, number, status, definition)
                        select :workspace, :workflow, coalesce(max(number), 0) + 1, 'draft', cast(:definition as jsonb)
                        from workflow_version where workspace_id = :workspace and workflow_id = :workflow
                        returning number, status, definition, published_at
                        """)
                .param("workspace", workspaceId)
                .param("workflow", workflowId)
                .param("definition", JSON.writeValueAsString(definition))
                .query(Versions::version)
                .single();
    }

    Version write(UUID workspaceId, UUID workflowId, int number, JsonNode definition) {
        return jdbc.sql(change("definition = cast(? as jsonb)"))
                .params(JSON.writeValueAsString(definition), workspaceId, workflowId, number)
                .query(Versions::version)
                .single();
    }

    Version publish(UUID workspaceId, UUID workflowId, int number, Instant at) {
        return jdbc.sql(change("status = 'published', published_at = ?"))
                .params(at.atOffset(ZoneOffset.UTC), workspaceId, workflowId, number)
                .query(Versions::version)
                .single();
    }

    void activate(UUID workspaceId, UUID workflowId, int number) {
        jdbc.sql("update workflow set active_version = ? where workspace_id = ? and id = ?")
                .params(number, workspaceId, workflowId)
                .update();
    }

    private static String change(String assignments) {
        return "update workflow_version set "
                + assignments
                + " where workspace_id = ? and workflow_id = ? and number = ? returning"
                + COLUMNS;
    }

    private static Version version(ResultSet row, int index) throws SQLException {
        var published = row.getObject("published_at", OffsetDateTime.class);
        return new Version(
                row.getInt("number"),
                row.getString("status"),
                JSON.readTree(row.getString("definition")),
                published == null ? null : published.toInstant());
    }
}
