package workspace.chats.api.chat.message;

import org.jspecify.annotations.Nullable;
import workspace.chats.api.body.Fields;
import workspace.chats.api.body.Texts;
import workspace.chats.api.chat.delivery.LongestText;
import workspace.chats.api.problem.Flaw;
import workspace.chats.events.Channel;

/** Reads the body of a message that somebody writes, by the rules of the chat's channel. */
final class PostReader {

    private static final String TEXT = "text";

    private final Fields fields;
    private final Channel channel;

    private PostReader(Fields fields, Channel channel) {
        this.fields = fields;
        this.channel = channel;
    }

    /** The text; without meaning when something is wrong, which is noted. */
    static String read(Fields fields, Channel channel) {
        var text = fields.text(TEXT);
        new PostReader(fields, channel).check(text);
        fields.refuseOthers();
        return text == null ? "" : text;
    }

    private void check(@Nullable String text) {
        if (channel == Channel.PHONE_VOICE) {
            fields.refuse(TEXT, Flaw.NOT_ON_THIS_CHANNEL);
        } else if (!fields.has(TEXT)) {
            fields.refuse(TEXT, Flaw.REQUIRED);
        } else if (text != null && Texts.isBlank(text)) {
            fields.refuse(TEXT, Flaw.BLANK);
        } else if (text != null && Texts.isLongerThan(LongestText.on(channel), text)) {
            fields.refuse(TEXT, Flaw.TOO_LONG);
        }
    }
}
