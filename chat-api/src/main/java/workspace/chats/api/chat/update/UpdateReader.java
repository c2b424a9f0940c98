package workspace.chats.api.chat.update;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.body.Fields;
import workspace.chats.api.chat.Assistant;
import workspace.chats.api.chat.ChatFields;
import workspace.chats.api.chat.Editable;
import workspace.chats.api.problem.Flaw;

/**
 * Reads an update's body over the chat as it is: an absent field leaves what is there, a null one
 * clears it. A flag cannot be cleared.
 */
final class UpdateReader {

    private final Fields fields;

    private UpdateReader(Fields fields) {
        this.fields = fields;
    }

    /** What the chat is to be; what is wrong with the body is noted and left as it was. */
    static Editable read(Fields fields, Editable now) {
        var wanted = new UpdateReader(fields).over(now);
        fields.refuseOthers();
        return wanted;
    }

    private Editable over(Editable now) {
        return new Editable(
                fields.isGiven("title") ? ChatFields.title(fields) : now.title(),
                flag("archived", now.archived()),
                flag("paused", now.paused()),
                flag("needsResponse", now.needsResponse()),
                over(now.assistant()),
                id("siteId", now.siteId()),
                fields.isGiven("metadata") ? ChatFields.metadata(fields) : now.metadata());
    }

    private Assistant over(Assistant now) {
        return new Assistant(
                flag("assistantEnabled", now.enabled()),
                id("assistantMemberId", now.memberId()),
                id("assistantChatModelId", now.chatModelId()),
                id("assistantRealtimeModelId", now.realtimeModelId()));
    }

    private @Nullable UUID id(String name, @Nullable UUID now) {
        return fields.isGiven(name) ? fields.id(name) : now;
    }

    private boolean flag(String name, boolean now) {
        var wanted = fields.flag(name);
        if (fields.isGiven(name) && !fields.has(name)) {
            fields.refuse(name, Flaw.REQUIRED);
        }
        return wanted == null ? now : wanted;
    }
}
