package workspace.chats.api.chat;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.body.Fields;
import workspace.chats.api.body.Texts;
import workspace.chats.api.problem.Flaw;
import workspace.chats.events.Channel;

/** A chat's own fields, as every request reads and judges them. */
public final class ChatFields {

    /** The channels by their words. */
    public static final Map<String, Channel> CHANNELS =
            Map.of(
                    "web-chat", Channel.WEB_CHAT,
                    "phone-sms", Channel.PHONE_SMS,
                    "phone-voice", Channel.PHONE_VOICE,
                    "email", Channel.EMAIL);

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_METADATA = 50;
    private static final int LONGEST_METADATA = 500;

    private ChatFields() {}

    /** Whether a chat could be of that type. */
    public static boolean isChatType(String word) {
        return TYPE.matcher(word).matches();
    }

    /** A blank title counts as none. */
    public static @Nullable String title(Fields fields) {
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
        return Texts.isBlank(title) ? null : title;
    }

    /** Empty when it is absent. */
    public static Map<String, String> metadata(Fields fields) {
        return fields.texts("metadata", MOST_METADATA, LONGEST_METADATA);
    }
}
