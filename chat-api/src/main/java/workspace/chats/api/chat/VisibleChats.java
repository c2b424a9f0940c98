package workspace.chats.api.chat;

import java.util.Optional;
import java.util.function.Function;
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
        return visible(caller, id, chats::find);
    }

    /**
     * The chat that the caller is about to change, or the end of the request.
     *
     * @throws Refused 404 as {@link #toSee}, 403 for a chat that the caller may see but not change
     */
    public ChatSnapshot toChange(Caller caller, String id) {
        return changeable(caller, toSee(caller, id));
    }

    /**
     * As {@link #toChange}, and locked until the end of the caller's transaction, which must not
     * have read it before.
     */
    public ChatSnapshot toChangeLocked(Caller caller, String id) {
        return changeable(caller, visible(caller, id, chats::lock));
    }

    private static ChatSnapshot visible(
            Caller caller, String id, Function<Key, Optional<ChatSnapshot>> find) {
        return Uuids.parse(id)
                .flatMap(known -> find.apply(new Key(caller.workspaceId(), known)))
                .filter(found -> found.isVisibleTo(caller))
                .orElseThrow(() -> new Refused(Problem.chatNotFound()));
    }

    private static ChatSnapshot changeable(Caller caller, ChatSnapshot chat) {
        if (!chat.isChangeableBy(caller)) {
            throw new Refused(Problem.forbidden());
        }
        return chat;
    }
}
