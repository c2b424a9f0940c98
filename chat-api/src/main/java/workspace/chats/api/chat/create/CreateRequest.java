package workspace.chats.api.chat.create;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.chat.References;
import workspace.chats.api.directory.DirectoryQuestion;
import workspace.chats.events.Channel;
import workspace.chats.events.Role;

/**
 * A create's body as far as it could be read: what is absent or wrong is null. Personal data: never
 * printed.
 */
record CreateRequest(
        @Nullable Channel channel,
        @Nullable UUID workflowId,
        @Nullable Integer workflowVersionNumber,
        @Nullable UUID memberId,
        @Nullable UUID phoneNumberId,
        @Nullable UUID inboxId,
        List<Invited> participants,
        boolean assistantEnabled,
        @Nullable UUID assistantMemberId,
        @Nullable UUID assistantChatModelId,
        @Nullable UUID assistantRealtimeModelId,
        @Nullable String initialMessage,
        @Nullable String title,
        @Nullable UUID siteId,
        boolean isTest,
        @Nullable String chatType,
        Map<String, String> metadata) {

    /** One of the given participants and where he stands in the body. */
    record Invited(String path, @Nullable UUID memberId, Role role) {}

    /** What to look up before it can be decided. */
    DirectoryQuestion question() {
        return new DirectoryQuestion(
                present(
                        Stream.concat(
                                Stream.of(memberId, assistantMemberId),
                                participants.stream().map(Invited::memberId))),
                workflowId,
                phoneNumberId,
                inboxId,
                siteId,
                present(Stream.of(assistantChatModelId, assistantRealtimeModelId)));
    }

    References references() {
        return new References(
                siteId, assistantMemberId, assistantChatModelId, assistantRealtimeModelId);
    }

    @Override
    public String toString() {
        return "CreateRequest[hidden]";
    }

    private static Set<UUID> present(Stream<@Nullable UUID> ids) {
        return ids.filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
