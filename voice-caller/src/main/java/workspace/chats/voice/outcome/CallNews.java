package workspace.chats.voice.outcome;

import java.time.Instant;
import org.springframework.stereotype.Component;
import workspace.chats.events.CallEvent;
import workspace.chats.events.CallEvent.CallFailed;
import workspace.chats.events.CallEvent.CallPlaced;
import workspace.chats.events.CallEvent.CallStatusChanged;
import workspace.chats.events.CallEvent.CallUnknown;
import workspace.chats.events.CallStatus;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.EffectNews;
import workspace.chats.messaging.effect.Outcome;

/** Says which event the outcome of a call is. */
@Component
final class CallNews implements EffectNews {

    @Override
    public CallEvent of(Effect effect, Outcome outcome, Instant at) {
        var workspace = effect.workspaceId();
        var chat = effect.chatId();
        var call = effect.subjectId();
        var attempt = effect.attempt();
        return switch (outcome) {
            case Outcome.Accepted(var simulated) ->
                    new CallPlaced(workspace, chat, call, attempt, simulated, at);
            case Outcome.Delivered() ->
                    new CallStatusChanged(
                            workspace, chat, call, attempt, CallStatus.COMPLETED, null, at);
            case Outcome.Failed(var reason, var code) ->
                    new CallFailed(
                            workspace, chat, call, attempt, CallReasons.of(reason), code, at);
            case Outcome.Unknown() -> new CallUnknown(workspace, chat, call, attempt, at);
        };
    }
}
