package workspace.chats.api.chat.dm;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.access.Caller;
import workspace.chats.api.access.Scope;
import workspace.chats.api.body.Fields;
import workspace.chats.api.chat.Assistant;
import workspace.chats.api.chat.ChatDetails;
import workspace.chats.api.chat.create.NewChat;
import workspace.chats.api.chat.create.NewChat.Guest;
import workspace.chats.api.directory.Member;
import workspace.chats.api.problem.Flaw;
import workspace.chats.events.Channel;
import workspace.chats.events.Role;

/**
 * The rules of direct messages. With an assistant it is the beginner's own conversation, run by
 * that assistant. With a person it is a chat for that person, and no assistant takes part, not even
 * the workspace's default one: a direct message has exactly two members.
 */
final class DirectMessage {

    private static final String TYPE = "dm";

    private DirectMessage() {}

    /** With whom, or null when the body does not say so properly. */
    static @Nullable UUID withWhom(UUID callerId, Fields fields) {
        if (!fields.has("memberId")) {
            fields.refuse("memberId", Flaw.REQUIRED);
        }
        var other = fields.id("memberId");
        if (callerId.equals(other)) {
            fields.refuse("memberId", Flaw.YOURSELF);
        }
        fields.refuseOthers();
        return other;
    }

    /** Whether he may begin one; to come back to one needs nothing. */
    static boolean mayBegin(Caller caller, Member other) {
        return other.isAssistant() || caller.may(Scope.DM_WRITE);
    }

    static NewChat between(Member beginner, Member other) {
        return other.isAssistant() ? withAssistant(beginner, other) : withPerson(beginner, other);
    }

    private static NewChat withAssistant(Member beginner, Member assistant) {
        return chat(
                beginner,
                beginner,
                new Assistant(true, assistant.id(), null, null),
                guest(assistant, Role.ASSISTANT));
    }

    private static NewChat withPerson(Member beginner, Member person) {
        return chat(
                beginner,
                person,
                new Assistant(false, null, null, null),
                guest(person, Role.MEMBER));
    }

    private static NewChat chat(Member owner, Member member, Assistant assistant, Guest other) {
        var details =
                new ChatDetails(
                        Channel.WEB_CHAT,
                        TYPE,
                        null,
                        owner.id(),
                        member.id(),
                        assistant,
                        null,
                        null,
                        null,
                        null,
                        false,
                        Map.of());
        return new NewChat(details, List.of(guest(owner, Role.OWNER), other), null, null);
    }

    private static Guest guest(Member member, Role role) {
        return new Guest(member.id(), role, member.displayName());
    }
}
