package workspace.chats.api.directory.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.directory.entry.Draft;
import workspace.chats.api.directory.entry.Entries;
import workspace.chats.api.directory.entry.Rows;

/** The sites of workspaces. */
@Repository
class Sites implements Entries<Site> {

    private final Rows<Site> rows;

    Sites(JdbcClient jdbc) {
        rows = new Rows<>(jdbc, "site", List.of("name"), (row, index) -> entry(row), Sites::values);
    }

    @Override
    public Rows<Site> rows() {
        return rows;
    }

    @Override
    public Site blank(UUID id) {
        return new Site(id, "");
    }

    @Override
    public Site edited(UUID workspaceId, Site before, Draft draft) {
        return new Site(before.id(), draft.name("name", 200, before.name()));
    }

    private static Site entry(ResultSet row) throws SQLException {
        return new Site(row.getObject("id", UUID.class), row.getString("name"));
    }

    private static @Nullable Object[] values(Site entry) {
        return new Object[] {entry.name()};
    }
}
