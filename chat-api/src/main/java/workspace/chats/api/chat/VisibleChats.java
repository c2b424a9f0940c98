package workspace.chats.api.chat;

import org.springframework.stereotype.Component;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Uuids;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/** The chats that a caller may see or change. */
@Component
public class VisibleChats {

    private final Chats chats;

    VisibleChats(Chats chats) {
        this.chats = chats;
    }

    /**
     * The chat, or the end of the request.
     *
     * @param id as it stands in the path
     * @throws Refused 404, the same for a malformed id, an unknown chat, another workspace's, and
     *     one that the caller may not see
     */
    public ChatSnapshot toSee(Caller caller, String id) {
        return Uuids.parse(id)
                .flatMap(known -> chats.find(new Key(caller.workspaceId(), known)))
                .filter(found -> found.isVisibleTo(caller))
                .orElseThrow(() -> new Refused(Problem.chatNotFound()));
    }

    /**
     * The chat that the caller is about to change, or the end of the request.
     *
     * @throws Refused 404 as {@link #toSee}, 403 for a chat that the caller may see but not change
     */
    public ChatSnapshot toChange(Caller caller, String id) {
        var chat = toSee(caller, id);
        if (!chat.isChangeableBy(caller)) {
            throw new Refused(Problem.forbidden());
        }
        return chat;
    }
}
