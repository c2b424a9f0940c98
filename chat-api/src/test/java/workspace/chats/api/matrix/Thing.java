package workspace.chats.api.matrix;

import java.util.Arrays;
import java.util.List;

/** What an id of the document names, by the names under which calls take it. */
public enum Thing {
    WORKSPACE("workspace_uuid"),
    CHAT("chat_id"),
    MEMBER("member_id", "memberId"),
    ASSISTANT("assistantMemberId", "agentMemberId", "defaultAssistantId"),
    WORKFLOW("workflow_id", "workflowId"),
    DRAFT("version_number"),
    PUBLISHED("workflowVersionNumber"),
    NUMBER("phone_number_id", "phoneNumberId", "defaultPhoneNumberId", "senderId"),
    INBOX("inbox_id", "inboxId", "defaultInboxId"),
    SITE("site_id", "siteId"),
    MODEL("model_id", "assistantChatModelId"),
    REALTIME_MODEL("assistantRealtimeModelId"),
    OPT_OUT("opt_out_id");

    private final String names;

    Thing(String... names) {
        this.names = String.join(" ", names);
    }

    public static Thing named(String name) {
        return Arrays.stream(values())
                .filter(thing -> List.of(thing.names.split(" ")).contains(name))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                "openapi.json has an id that the matrix does not know: " + name));
    }

    /** Only versions are counted, not named. */
    boolean isNumber() {
        return this == DRAFT || this == PUBLISHED;
    }
}
