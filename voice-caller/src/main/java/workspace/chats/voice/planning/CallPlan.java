package workspace.chats.voice.planning;

import java.util.Optional;
import workspace.chats.events.ChatEvent.CallRequest;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.Event;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.messaging.effect.Medium;
import workspace.chats.messaging.effect.PlannedEffect;
import workspace.chats.messaging.inbox.ReceivedEvent;

/** Which event asks for a call, and for which. */
final class CallPlan {

    private CallPlan() {}

    /** The call that this event asks for, or nothing: chat-api has decided which chats have one. */
    static Optional<PlannedEffect> of(ReceivedEvent received) {
        return received.event() instanceof ChatCreated chat
                ? Optional.ofNullable(chat.call()).map(call -> planned(received.meta(), chat, call))
                : Optional.empty();
    }

    static boolean asksForOne(Event event) {
        return event instanceof ChatCreated chat && chat.call() != null;
    }

    private static PlannedEffect planned(EventMeta meta, ChatCreated chat, CallRequest call) {
        return new PlannedEffect(
                chat.workspaceId(),
                chat.chatId(),
                call.id(),
                call.attempt(),
                Medium.CALL,
                call.senderId(),
                call.ratePerSecond(),
                call.perHour(),
                chat.isTest(),
                call.expiresAt(),
                meta.origin(),
                EventType.CHAT_CREATED,
                chat.sealed(),
                meta.traceparent());
    }
}
