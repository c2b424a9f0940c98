package workspace.chats.messaging.effect;

import java.util.Objects;
import workspace.chats.events.Confidential;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

/** Opens what an entry carries sealed, for the moment in which it is needed. */
record Contents(Sealer sealer) {

    /** Throws {@link workspace.chats.messaging.seal.CannotUnseal}. */
    Confidential of(Entry entry) {
        var effect = entry.effect();
        var context =
                new SealContext(
                        entry.eventId(), entry.eventType(), effect.workspaceId(), effect.chatId());
        return sealer.open(context, Objects.requireNonNull(entry.sealed()));
    }
}
