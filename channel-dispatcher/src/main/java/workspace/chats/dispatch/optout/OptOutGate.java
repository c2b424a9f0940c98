package workspace.chats.dispatch.optout;

import java.util.Optional;
import org.springframework.stereotype.Component;
import workspace.chats.events.Confidential;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.EffectGate;

/** The last look before sending: somebody may have opted out since the chat was created. */
@Component
final class OptOutGate implements EffectGate {

    private final OptOuts optOuts;

    OptOutGate(OptOuts optOuts) {
        this.optOuts = optOuts;
    }

    @Override
    public Optional<ReasonCode> refusal(Effect effect, Confidential content) {
        return Optional.ofNullable(content.letter())
                .filter(it -> optOuts.has(effect.workspaceId(), effect.senderId(), it.to()))
                .map(_ -> ReasonCode.RECIPIENT_OPTED_OUT);
    }
}
