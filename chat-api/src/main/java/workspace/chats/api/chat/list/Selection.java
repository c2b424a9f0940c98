package workspace.chats.api.chat.list;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.access.Caller;
import workspace.chats.api.access.Scope;
import workspace.chats.api.chat.list.Order.By;
import workspace.chats.api.chat.list.Search.Found;
import workspace.chats.api.chat.list.Search.Nothing;
import workspace.chats.api.chat.list.Search.TooMany;

/**
 * The chats that a caller may see and asks for, as SQL: tables, conditions and their parameters.
 * Own chats are found by who takes part; an owner always does. Parameters are personal data: never
 * printed.
 */
final class Selection {

    private final boolean own;
    private boolean readsChats;
    private boolean foundAlone;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Selection(boolean own) {
        this.own = own;
    }

    /** Without {@code chats:read} a caller sees the chats that he takes part in, and no others. */
    static Selection of(Caller caller, ChatFilter filter, Search search) {
        var selection = new Selection(filter.mine() || !caller.may(Scope.CHATS_READ));
        selection.within(caller);
        selection.narrow(filter);
        selection.foundAlone = search instanceof TooMany && selection.isWholeWorkspace();
        selection.narrow(search);
        return selection;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** At most {@code :most} rows, to be counted. */
    String counted() {
        return foundAlone
                ? "select count(*) from found_chats(:workspace, :pattern, :most)"
                : "select count(*) from (select 1" + rows(By.CREATED_AT) + " limit :most) counted";
    }

    /** The ids of one page, {@code :size} rows after {@code :offset}. */
    String page(Order order) {
        var direction = order.ascending() ? " asc" : " desc";
        return "select "
                + id()
                + rows(order.by())
                + " order by "
                + column(order.by())
                + direction
                + ", "
                + id()
                + direction
                + " limit :size offset :offset";
    }

    private void within(Caller caller) {
        parameters.put("workspace", caller.workspaceId());
        if (own) {
            conditions.add("p.workspace_id = :workspace and p.member_id = :me");
            parameters.put("me", caller.memberId());
        } else {
            conditions.add("c.workspace_id = :workspace");
        }
    }

    private boolean isWholeWorkspace() {
        return !own && conditions.size() == 1;
    }

    private void narrow(ChatFilter filter) {
        readsChats = filter.namesSomething();
        flag("archived", filter.archived());
        flag("needs_response", filter.needsResponse());
        flag("is_test", filter.isTest());
        var channel = filter.channel();
        equal(shared(), "channel", channel == null ? null : word(channel));
        equal(shared(), "chat_type", filter.chatType());
        equal("c.", "member_id", filter.memberId());
        equal("c.", "assistant_member_id", filter.assistantMemberId());
        equal("c.", "workflow_id", filter.workflowId());
        created(">", "after", filter.createdAfter());
        created("<", "before", filter.createdBefore());
    }

    /** Written out, so that the planner sees which partial index serves it. */
    private void flag(String column, @Nullable Boolean value) {
        if (value != null) {
            conditions.add((value ? "" : "not ") + shared() + column);
        }
    }

    private void equal(String table, String column, @Nullable Object value) {
        if (value != null) {
            conditions.add(table + column + " = :" + column);
            parameters.put(column, value);
        }
    }

    /** Where a column stands of which whoever takes part in a chat has a copy. */
    private String shared() {
        return own ? "p." : "c.";
    }

    /**
     * Behind row-level security PostgreSQL neither takes the index for a LIKE nor knows how many
     * rows one finds, so it must not meet any: to a comparison of numbers it trusts for a third of
     * them, and reads in order.
     */
    private void narrow(Search search) {
        switch (search) {
            case Nothing() -> {}
            case Found(var chats) -> {
                conditions.add(id() + " = any(:found)");
                parameters.put("found", chats.toArray(UUID[]::new));
            }
            case TooMany(var words) -> {
                readsChats = true;
                conditions.add("strpos(c.searched, lower(:words collate pg_c_utf8)) > 0");
                parameters.put("words", words);
                parameters.put("pattern", pattern(words));
            }
        }
    }

    /** For a LIKE that finds the words anywhere. */
    static String pattern(String words) {
        return "%" + words.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    private void created(String than, String name, @Nullable Instant time) {
        if (time != null) {
            conditions.add(column(By.CREATED_AT) + " " + than + " :" + name);
            parameters.put(name, time.atOffset(ZoneOffset.UTC));
        }
    }

    private String rows(By by) {
        return tables(by) + " where " + String.join(" and ", conditions);
    }

    /**
     * Whoever takes part in a chat has copies of some of its columns: often that is all it takes.
     */
    private String tables(By by) {
        if (!own) {
            return " from chat c";
        }
        return readsChats || by != By.CREATED_AT
                ? " from participant p join chat c on c.workspace_id = p.workspace_id and c.id ="
                        + " p.chat_id"
                : " from participant p";
    }

    private String id() {
        return own ? "p.chat_id" : "c.id";
    }

    private String column(By by) {
        return switch (by) {
            case CREATED_AT -> own ? "p.chat_created_at" : "c.created_at";
            case UPDATED_AT -> "c.updated_at";
            case TITLE -> "lower(c.title collate pg_c_utf8)";
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
