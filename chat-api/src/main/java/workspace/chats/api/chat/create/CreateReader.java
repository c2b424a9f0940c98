package workspace.chats.api.chat.create;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.body.Fields;
import workspace.chats.api.chat.ChatFields;
import workspace.chats.api.chat.create.CreateRequest.Invited;
import workspace.chats.api.problem.Flaw;
import workspace.chats.events.Channel;
import workspace.chats.events.Role;

/**
 * Reads a create's body and notes everything that is wrong with it by itself, whatever the
 * workspace has.
 */
final class CreateReader {

    private static final Map<String, Role> ROLES =
            Map.of(
                    "assistant", Role.ASSISTANT,
                    "operator", Role.OPERATOR,
                    "contributor", Role.CONTRIBUTOR);
    private static final String DM = "dm";
    private static final int MOST_PARTICIPANTS = 50;

    private final Fields fields;

    private CreateReader(Fields fields) {
        this.fields = fields;
    }

    static CreateRequest read(Fields fields) {
        var request = new CreateReader(fields).read();
        new ChannelRules(request, fields).check();
        fields.refuseOthers();
        return request;
    }

    private CreateRequest read() {
        return new CreateRequest(
                channel(),
                fields.id("workflowId"),
                fields.whole("workflowVersionNumber"),
                fields.id("memberId"),
                fields.id("phoneNumberId"),
                fields.id("inboxId"),
                participants(),
                !Objects.equals(fields.flag("assistantEnabled"), false),
                fields.id("assistantMemberId"),
                fields.id("assistantChatModelId"),
                fields.id("assistantRealtimeModelId"),
                fields.text("initialMessage"),
                ChatFields.title(fields),
                fields.id("siteId"),
                Objects.equals(fields.flag("isTest"), true),
                chatType(),
                ChatFields.metadata(fields));
    }

    private @Nullable Channel channel() {
        if (!fields.has("channel")) {
            fields.refuse("channel", Flaw.REQUIRED);
        }
        return fields.choice("channel", ChatFields.CHANNELS);
    }

    private @Nullable String chatType() {
        var type = fields.text("chatType");
        if (type != null && (type.equals(DM) || !ChatFields.isChatType(type))) {
            fields.refuse("chatType", Flaw.NOT_ALLOWED);
        }
        return type;
    }

    private List<Invited> participants() {
        var seen = new HashSet<UUID>();
        return fields.list("participants", MOST_PARTICIPANTS).stream()
                .map(element -> invited(element, seen))
                .toList();
    }

    private static Invited invited(Fields element, Set<UUID> seen) {
        if (!element.has("memberId")) {
            element.refuse("memberId", Flaw.REQUIRED);
        }
        var memberId = element.id("memberId");
        if (memberId != null && !seen.add(memberId)) {
            element.refuse("memberId", Flaw.DUPLICATE);
        }
        var role = element.choice("role", ROLES);
        element.refuseOthers();
        return new Invited(element.pathOf(""), memberId, role == null ? Role.CONTRIBUTOR : role);
    }
}
