package workspace.chats.api.chat.create;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.body.Fields;
import workspace.chats.api.body.Texts;
import workspace.chats.api.chat.create.CreateRequest.Invited;
import workspace.chats.api.problem.Flaw;
import workspace.chats.events.Channel;
import workspace.chats.events.Role;

/**
 * Reads a create's body and notes everything that is wrong with it by itself, whatever the
 * workspace has.
 */
final class CreateReader {

    private static final Map<String, Channel> CHANNELS =
            Map.of(
                    "web-chat", Channel.WEB_CHAT,
                    "phone-sms", Channel.PHONE_SMS,
                    "phone-voice", Channel.PHONE_VOICE,
                    "email", Channel.EMAIL);
    private static final Map<String, Role> ROLES =
            Map.of(
                    "assistant", Role.ASSISTANT,
                    "operator", Role.OPERATOR,
                    "contributor", Role.CONTRIBUTOR);
    private static final Pattern CHAT_TYPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final String DM = "dm";
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_PARTICIPANTS = 50;
    private static final int MOST_METADATA = 50;
    private static final int LONGEST_METADATA = 500;

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
                title(),
                fields.id("siteId"),
                Objects.equals(fields.flag("isTest"), true),
                chatType(),
                fields.texts("metadata", MOST_METADATA, LONGEST_METADATA));
    }

    private @Nullable Channel channel() {
        if (!fields.has("channel")) {
            fields.refuse("channel", Flaw.REQUIRED);
        }
        return fields.choice("channel", CHANNELS);
    }

    private @Nullable String title() {
        var title = fields.text("title");
        if (title == null) {
            return null;
        }
        if (Texts.isLongerThan(LONGEST_TITLE, title)) {
            fields.refuse("title", Flaw.TOO_LONG);
        }
        if (Texts.hasControlCharacter(title)) {
            fields.refuse("title", Flaw.CONTROL_CHARACTER);
        }
        return title.isBlank() ? null : title;
    }

    private @Nullable String chatType() {
        var type = fields.text("chatType");
        if (type != null && (type.equals(DM) || !CHAT_TYPE.matcher(type).matches())) {
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
