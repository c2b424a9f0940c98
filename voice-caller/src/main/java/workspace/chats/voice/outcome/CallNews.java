package workspace.chats.voice.outcome;

import java.time.Instant;
import org.springframework.stereotype.Component;
import workspace.chats.events.CallEvent;
import workspace.chats.events.CallEvent.CallFailed;
import workspace.chats.events.CallEvent.CallPlaced;
import workspace.chats.events.CallEvent.CallUnknown;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.EffectNews;
import workspace.chats.messaging.effect.Outcome;

/** Says which event the outcome of a call is. */
@Component
class CallNews implements EffectNews {

    @Override
    public CallEvent of(Effect call, Outcome outcome, Instant at) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> placed(call, accepted, at);
            case Outcome.Failed failed -> failed(call, failed, at);
            case Outcome.Unknown() ->
                    new CallUnknown(
                            call.workspaceId(),
                            call.chatId(),
                            call.subjectId(),
                            call.attempt(),
                            at);
        };
    }

    private static CallPlaced placed(Effect call, Outcome.Accepted accepted, Instant at) {
        return new CallPlaced(
                call.workspaceId(),
                call.chatId(),
                call.subjectId(),
                call.attempt(),
                accepted.simulated(),
                at);
    }

    private static CallFailed failed(Effect call, Outcome.Failed failed, Instant at) {
        return new CallFailed(
                call.workspaceId(),
                call.chatId(),
                call.subjectId(),
                call.attempt(),
                CallReasons.of(failed.reason()),
                failed.providerCode(),
                at);
    }
}
