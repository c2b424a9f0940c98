package workspace.chats.api.chat.delivery;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import workspace.chats.api.chat.Key;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

/** Closes letters, so that only who sends them can read them. */
@Component
public class Letters {

    private final Sealer sealer;

    Letters(Sealer sealer) {
        this.sealer = sealer;
    }

    /** It can be opened only together with that event. */
    public Sealed seal(UUID eventId, EventType type, Key chat, Letter letter) {
        return sealer.seal(
                new SealContext(eventId, type, chat.workspaceId(), chat.id()),
                new Confidential(null, Map.of(), letter, null));
    }
}
