package workspace.chats.api.chat.list;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.chat.ChatFields;
import workspace.chats.api.chat.list.Order.By;

/** Reads what a list is asked for, and refuses everything wrong with it at once. */
final class ListReader {

    private static final Map<String, By> SORTS =
            Map.of("createdAt", By.CREATED_AT, "updatedAt", By.UPDATED_AT, "title", By.TITLE);
    private static final Map<String, Boolean> ASCENDING = Map.of("asc", true, "desc", false);
    private static final int LARGEST_PAGE = 1_000;
    private static final int USUAL_PAGE = 50;
    private static final int LONGEST_SEARCH = 200;

    private final Parameters asked;

    private ListReader(Parameters asked) {
        this.asked = asked;
    }

    static ListRequest read(Parameters asked) {
        var reader = new ListReader(asked);
        var request =
                new ListRequest(
                        reader.filter(),
                        reader.order(),
                        Objects.requireNonNullElse(asked.whole("page", 1, Integer.MAX_VALUE), 1),
                        Objects.requireNonNullElse(
                                asked.whole("pageSize", 1, LARGEST_PAGE), USUAL_PAGE));
        asked.refuseWrong();
        return request;
    }

    private ChatFilter filter() {
        return new ChatFilter(
                Objects.equals(asked.flag("mine"), true),
                asked.flag("archived"),
                asked.flag("needsResponse"),
                asked.flag("isTest"),
                asked.choice("channel", ChatFields.CHANNELS),
                asked.word("chatType", ChatFields::isChatType),
                asked.id("memberId"),
                asked.id("assistantMemberId"),
                asked.id("workflowId"),
                search(),
                asked.instant("createdAfter"),
                asked.instant("createdBefore"));
    }

    private Order order() {
        return new Order(
                Objects.requireNonNullElse(asked.choice("sortBy", SORTS), By.CREATED_AT),
                Objects.equals(asked.choice("sortOrder", ASCENDING), true));
    }

    /** Spaces around the words are the search box's, not the caller's. */
    private @Nullable String search() {
        var words = asked.text("search", LONGEST_SEARCH);
        return words == null || words.isBlank() ? null : words.strip();
    }
}
