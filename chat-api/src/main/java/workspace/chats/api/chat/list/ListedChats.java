package workspace.chats.api.chat.list;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.access.Caller;

/** Finds which chats are on a page and how many there are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ListedChats {

    private final JdbcClient jdbc;

    ListedChats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A search is looked up first, because what it finds decides how the rest is done. */
    Selection select(Caller caller, ChatFilter filter) {
        planEachAnew();
        return Selection.of(caller, filter, search(caller.workspaceId(), filter.search()));
    }

    Total count(Selection selection) {
        return Total.of(
                jdbc.sql(selection.counted())
                        .params(selection.parameters())
                        .param("most", Total.COUNTED_AT_MOST)
                        .query(Integer.class)
                        .single());
    }

    List<UUID> ids(Selection selection, ListRequest request) {
        return jdbc.sql(selection.page(request.order()))
                .params(selection.parameters())
                .param("size", request.pageSize())
                .param("offset", request.offset())
                .query(UUID.class)
                .list();
    }

    private Search search(UUID workspaceId, @Nullable String words) {
        if (words == null) {
            return new Search.Nothing();
        }
        var found =
                jdbc.sql("select found_chats(:workspace, :pattern, :most)")
                        .param("workspace", workspaceId)
                        .param("pattern", Selection.pattern(words))
                        .param("most", Search.MOST + 1)
                        .query(UUID.class)
                        .list();
        return found.size() > Search.MOST ? new Search.TooMany(words) : new Search.Found(found);
    }

    /** The best way to a rare value is the worst to a common one: no plan fits every value. */
    private void planEachAnew() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }
}
