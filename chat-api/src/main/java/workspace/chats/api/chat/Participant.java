package workspace.chats.api.chat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.UUID;
import workspace.chats.events.Role;

/** A member who takes part in a chat. {@code position} is the place in the list, from 0. */
@SuppressWarnings("unused") // some fields are for the database only
@Entity
@IdClass(Participant.ParticipantKey.class)
public class Participant {

    @Id private UUID workspaceId;
    @Id private UUID chatId;
    @Id private UUID id;
    private UUID memberId;
    private Role role;
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected Participant() {}

    public Participant(Key chat, UUID id, UUID memberId, Role role, int position) {
        this.workspaceId = chat.workspaceId();
        this.chatId = chat.id();
        this.id = id;
        this.memberId = memberId;
        this.role = role;
        this.position = position;
    }

    /** The row's key. */
    public record ParticipantKey(UUID workspaceId, UUID chatId, UUID id) {}
}
