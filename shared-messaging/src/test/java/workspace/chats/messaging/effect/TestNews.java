package workspace.chats.messaging.effect;

import java.time.Instant;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageDelivered;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.Event;

/** Says everything as a dispatcher would. */
final class TestNews implements EffectNews {

    @Override
    public Event of(Effect effect, Outcome outcome, Instant at) {
        var workspace = effect.workspaceId();
        var chat = effect.chatId();
        var message = effect.subjectId();
        var attempt = effect.attempt();
        return switch (outcome) {
            case Outcome.Accepted(var simulated) ->
                    new MessageAccepted(workspace, chat, message, attempt, simulated, at);
            case Outcome.Delivered() -> new MessageDelivered(workspace, chat, message, attempt, at);
            case Outcome.Failed(var reason, var code) ->
                    new MessageFailed(workspace, chat, message, attempt, reason, code, at);
            case Outcome.Unknown() -> new MessageUnknown(workspace, chat, message, attempt, at);
        };
    }
}
