package workspace.chats.api.chat.list;

import java.util.List;
import workspace.chats.api.chat.ChatResponse;

/**
 * One page of a list of chats.
 *
 * @param total how many chats the whole list has; when it is not exact there are more than these
 * @param page from 1
 */
record ChatPage(List<ChatResponse> items, int total, boolean totalIsExact, int page, int pageSize) {

    ChatPage {
        items = List.copyOf(items);
    }
}
