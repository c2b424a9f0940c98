package workspace.chats.api.chat.list;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Channel;

/**
 * Which chats are asked for; null does not matter. Search words are personal data: never printed.
 *
 * @param mine only those that the caller takes part in
 * @param search stands somewhere in the title or in a metadata value, in capitals or not
 * @param createdAfter later than this
 * @param createdBefore earlier than this
 */
record ChatFilter(
        boolean mine,
        @Nullable Boolean archived,
        @Nullable Boolean needsResponse,
        @Nullable Boolean isTest,
        @Nullable Channel channel,
        @Nullable String chatType,
        @Nullable UUID memberId,
        @Nullable UUID assistantMemberId,
        @Nullable UUID workflowId,
        @Nullable String search,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore) {

    /** Whether it names what the workspace has to have. */
    boolean namesSomething() {
        return memberId != null || assistantMemberId != null || workflowId != null;
    }

    @Override
    public String toString() {
        return "ChatFilter[hidden]";
    }
}
