package workspace.chats.dispatch.planning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Channel;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.ChatEvent.MessageCreated;
import workspace.chats.events.ChatEvent.MessageRequest;
import workspace.chats.events.ChatEvent.MessageRetryRequested;
import workspace.chats.events.Event;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.effect.Medium;
import workspace.chats.messaging.effect.PlannedEffect;
import workspace.chats.messaging.inbox.ReceivedEvent;

/** The message that an event may ask for. */
record MessagePlan(
        EventMeta meta,
        EventType type,
        Channel channel,
        @Nullable MessageRequest request,
        boolean isTest,
        @Nullable Sealed sealed) {

    /** What the event wants sent through this service, or nothing. */
    static Optional<PlannedEffect> of(ReceivedEvent received) {
        return asked(received).flatMap(MessagePlan::effect);
    }

    static boolean isAskedForBy(Event event) {
        return switch (event) {
            case ChatCreated it -> it.initialMessage() != null;
            case MessageCreated it -> it.request() != null;
            case MessageRetryRequested _ -> true;
            default -> false;
        };
    }

    private static Optional<MessagePlan> asked(ReceivedEvent received) {
        var meta = received.meta();
        var type = EventType.of(received.event());
        return switch (received.event()) {
            case ChatCreated it ->
                    Optional.of(
                            new MessagePlan(
                                    meta,
                                    type,
                                    it.channel(),
                                    it.initialMessage(),
                                    it.isTest(),
                                    it.sealed()));
            case MessageCreated it ->
                    Optional.of(
                            new MessagePlan(
                                    meta,
                                    type,
                                    it.channel(),
                                    it.request(),
                                    it.isTest(),
                                    it.sealed()));
            case MessageRetryRequested it ->
                    Optional.of(
                            new MessagePlan(
                                    meta,
                                    type,
                                    it.channel(),
                                    it.request(),
                                    it.isTest(),
                                    it.sealed()));
            default -> Optional.empty();
        };
    }

    private Optional<PlannedEffect> effect() {
        return request == null ? Optional.empty() : medium().map(it -> effect(it, request));
    }

    private Optional<Medium> medium() {
        return switch (channel) {
            case PHONE_SMS -> Optional.of(Medium.SMS);
            case EMAIL -> Optional.of(Medium.EMAIL);
            case WEB_CHAT, PHONE_VOICE -> Optional.empty();
        };
    }

    private PlannedEffect effect(Medium medium, MessageRequest wanted) {
        return new PlannedEffect(
                meta.workspaceId(),
                meta.chatId(),
                wanted.id(),
                wanted.attempt(),
                medium,
                wanted.senderId(),
                wanted.ratePerSecond(),
                wanted.perHour(),
                isTest,
                wanted.expiresAt(),
                meta.origin(),
                type,
                sealed,
                meta.traceparent());
    }
}
