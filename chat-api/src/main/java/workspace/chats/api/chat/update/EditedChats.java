package workspace.chats.api.chat.update;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import workspace.chats.api.chat.Attendee;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.chat.Chats;
import workspace.chats.api.chat.Editable;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.Participant;
import workspace.chats.api.directory.Member;
import workspace.chats.events.Role;
import workspace.chats.messaging.Ids;

/** Writes an edit down and tells the others, within the transaction that holds the chat's lock. */
@Component
class EditedChats {

    private final Chats chats;
    private final UpdateAnnouncements announcements;
    private final Ids ids;
    private final Clock clock;

    EditedChats(Chats chats, UpdateAnnouncements announcements, Ids ids, Clock clock) {
        this.chats = chats;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /** The chat as it is afterwards. */
    ChatSnapshot write(ChatSnapshot locked, Editable edited, Optional<Member> newcomer) {
        var chat = locked.chat();
        chat.edit(edited, clock.instant().truncatedTo(ChronoUnit.MICROS));
        announcements.announce(chat);
        return newcomer.map(assistant -> seat(locked, assistant)).orElse(locked);
    }

    private ChatSnapshot seat(ChatSnapshot before, Member assistant) {
        var chat = before.chat();
        var seated =
                new Attendee(ids.next(), assistant.id(), Role.ASSISTANT, assistant.displayName());
        chats.add(
                new Participant(
                        new Key(chat.workspaceId(), chat.id()),
                        seated.id(),
                        seated.memberId(),
                        seated.role(),
                        before.participants().size()));
        return new ChatSnapshot(
                chat,
                Stream.concat(before.participants().stream(), Stream.of(seated)).toList(),
                before.initialMessage(),
                before.call());
    }
}
