package workspace.chats.api.directory.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.directory.entry.Draft;
import workspace.chats.api.directory.entry.Entries;
import workspace.chats.api.directory.entry.Rows;

/**
 * The models of workspaces. What one is for stays as it is, because chats were given it for that.
 */
@Repository
class Models implements Entries<ModelEntry> {

    private static final Map<String, String> KINDS = Map.of("chat", "chat", "realtime", "realtime");

    private final Rows<ModelEntry> rows;

    Models(JdbcClient jdbc) {
        rows =
                new Rows<>(
                        jdbc,
                        "model",
                        List.of("name", "kind"),
                        (row, index) -> entry(row),
                        Models::values);
    }

    @Override
    public Rows<ModelEntry> rows() {
        return rows;
    }

    @Override
    public ModelEntry blank(UUID id) {
        return new ModelEntry(id, "", "");
    }

    @Override
    public ModelEntry edited(UUID workspaceId, ModelEntry before, Draft draft) {
        return new ModelEntry(
                before.id(),
                draft.name("name", 200, before.name()),
                draft.once("kind", before.kind(), draft.word("kind", KINDS, before.kind())));
    }

    private static ModelEntry entry(ResultSet row) throws SQLException {
        return new ModelEntry(
                row.getObject("id", UUID.class), row.getString("name"), row.getString("kind"));
    }

    private static @Nullable Object[] values(ModelEntry entry) {
        return new Object[] {entry.name(), entry.kind()};
    }
}
