package workspace.chats.dispatch.optout;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import workspace.chats.events.ChatEvent.RecipientOptedIn;
import workspace.chats.events.ChatEvent.RecipientOptedOut;
import workspace.chats.events.Event;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.inbox.ReceivedEvent;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

/** Hears from chat-api who has opted out or in, and copies it. */
@Component
public final class OptOutWords {

    private final OptOuts optOuts;
    private final Sealer sealer;

    OptOutWords(OptOuts optOuts, Sealer sealer) {
        this.optOuts = optOuts;
        this.sealer = sealer;
    }

    public static boolean isOne(Event event) {
        return event instanceof RecipientOptedOut || event instanceof RecipientOptedIn;
    }

    /** Joins the caller's transaction; other events are none of its business. */
    public void hear(ReceivedEvent received) {
        var meta = received.meta();
        if (received.event() instanceof RecipientOptedOut out) {
            var address = address(meta, EventType.RECIPIENT_OPTED_OUT, out.sealed());
            optOuts.note(out.workspaceId(), out.senderId(), address, true, out.at());
        } else if (received.event() instanceof RecipientOptedIn in) {
            var address = address(meta, EventType.RECIPIENT_OPTED_IN, in.sealed());
            optOuts.note(in.workspaceId(), in.senderId(), address, false, in.at());
        }
    }

    private String address(EventMeta meta, EventType type, @Nullable Sealed sealed) {
        if (sealed == null) {
            throw noAddress();
        }
        var context = new SealContext(meta.origin(), type, meta.workspaceId(), meta.chatId());
        return sealer.open(context, sealed).recipient().orElseThrow(OptOutWords::noAddress);
    }

    private static IllegalArgumentException noAddress() {
        return new IllegalArgumentException("an opt-out needs an address");
    }
}
