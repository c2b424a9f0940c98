package workspace.chats.api.chat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Channel;

/** What a chat is created with. Title and metadata are personal data, so it is never printed. */
public record ChatDetails(
        Channel channel,
        String chatType,
        @Nullable String title,
        UUID ownerMemberId,
        UUID memberId,
        Assistant assistant,
        @Nullable Assignment assignment,
        @Nullable UUID phoneNumberId,
        @Nullable UUID inboxId,
        @Nullable UUID siteId,
        boolean isTest,
        Map<String, String> metadata) {

    public ChatDetails {
        metadata = Map.copyOf(metadata);
    }

    @Override
    public String toString() {
        return "ChatDetails[hidden]";
    }
}
