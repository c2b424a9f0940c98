package workspace.chats.api.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.access.Caller;
import workspace.chats.api.access.Scope;

/** A chat as it is at one moment: everything that {@link ChatResponse} shows. */
public record ChatSnapshot(
        Chat chat,
        List<Attendee> participants,
        @Nullable Message initialMessage,
        @Nullable PhoneCall call) {

    public ChatSnapshot {
        participants = List.copyOf(participants);
    }

    /** Covers what a person may edit, so that an outcome does not spoil it. */
    public String etag() {
        return "\"" + chat.revision() + "\"";
    }

    /** One's own chats are free to see; others' need a scope. */
    public boolean isVisibleTo(Caller caller) {
        return isOf(caller) || caller.may(Scope.CHATS_READ);
    }

    /** One's own chats are free to change; others' need a scope. */
    public boolean isChangeableBy(Caller caller) {
        return isOf(caller) || caller.may(Scope.CHATS_WRITE);
    }

    private boolean isOf(Caller caller) {
        return chat.ownerMemberId().equals(caller.memberId())
                || participants.stream().anyMatch(p -> p.memberId().equals(caller.memberId()));
    }
}
