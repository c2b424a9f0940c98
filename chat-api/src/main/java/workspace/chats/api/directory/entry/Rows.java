package workspace.chats.api.directory.entry;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One table of the directory. Every statement names the workspace. */
public final class Rows<T extends Entry> {

    private static final String KEY = " where workspace_id = ? and id = ?";

    private final JdbcClient jdbc;
    private final String table;
    private final List<String> columns;
    private final RowMapper<T> mapper;
    private final Function<T, @Nullable Object[]> values;

    /**
     * @param columns besides the key
     * @param values of the columns, in the same order
     */
    public Rows(
            JdbcClient jdbc,
            String table,
            List<String> columns,
            RowMapper<T> mapper,
            Function<T, @Nullable Object[]> values) {
        this.jdbc = jdbc;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.mapper = mapper;
        this.values = values;
    }

    Listing<T> page(UUID workspaceId, PageWish wish, Filter filter) {
        var found =
                jdbc.sql(
                                select()
                                        + " where "
                                        + filter.conditions()
                                        + " order by id limit :size offset :offset")
                        .param("workspace", workspaceId)
                        .params(filter.values())
                        .param("size", wish.size())
                        .param("offset", wish.offset())
                        .query(mapper)
                        .list();
        return new Listing<>(found, total(workspaceId, filter), wish.page(), wish.size());
    }

    /** Nothing for another workspace's id, as for an unknown one. */
    public Optional<T> find(UUID workspaceId, UUID id) {
        return jdbc.sql(select() + KEY).params(workspaceId, id).query(mapper).optional();
    }

    /** Nobody else changes it before this transaction ends. */
    public Optional<T> lock(UUID workspaceId, UUID id) {
        return jdbc.sql(select() + KEY + " for no key update")
                .params(workspaceId, id)
                .query(mapper)
                .optional();
    }

    /** Whether it could be added: not when another row has what no two may have. */
    boolean add(UUID workspaceId, T entry) {
        var sql =
                "insert into %s (workspace_id, id, %s) values (?, ?, %s) on conflict do nothing"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                String.join(", ", Collections.nCopies(columns.size(), "?")));
        return jdbc.sql(sql)
                        .params(workspaceId, entry.id())
                        .params(Arrays.asList(values.apply(entry)))
                        .update()
                == 1;
    }

    void replace(UUID workspaceId, T entry) {
        var assignments =
                columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        jdbc.sql("update " + table + " set " + assignments + KEY)
                .params(Arrays.asList(values.apply(entry)))
                .params(workspaceId, entry.id())
                .update();
    }

    /** A {@code DataIntegrityViolationException} when something refers to it. */
    void remove(UUID workspaceId, UUID id) {
        jdbc.sql("set constraints all immediate").update();
        jdbc.sql("delete from " + table + KEY).params(workspaceId, id).update();
    }

    private long total(UUID workspaceId, Filter filter) {
        return jdbc.sql("select count(*) from " + table + " where " + filter.conditions())
                .param("workspace", workspaceId)
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    private String select() {
        return "select id, " + String.join(", ", columns) + " from " + table;
    }
}
