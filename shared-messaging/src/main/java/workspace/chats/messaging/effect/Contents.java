package workspace.chats.messaging.effect;

import java.util.Objects;
import workspace.chats.events.Confidential;
import workspace.chats.events.EventType;
import workspace.chats.messaging.seal.CannotUnseal;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

/** Opens what an entry carries sealed, for the moment in which it is needed. */
record Contents(Sealer sealer) {

    /** Throws {@link CannotUnseal}, also for an event of which only newer versions know. */
    Confidential of(Entry entry) {
        var effect = entry.effect();
        var type =
                EventType.ofWireName(entry.eventType())
                        .orElseThrow(() -> new CannotUnseal(entry.eventId()));
        var context = new SealContext(entry.eventId(), type, effect.workspaceId(), effect.chatId());
        return sealer.open(context, Objects.requireNonNull(entry.sealed()));
    }
}
