package workspace.chats.dispatch.optout;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.events.Confidential;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.EffectGate;
import workspace.chats.messaging.wall.OpenWorkspaces;

/** The last look before sending: somebody may have opted out since the chat was created. */
@Component
final class OptOutGate implements EffectGate {

    private final OptOuts optOuts;
    private final TransactionOperations transaction;

    OptOutGate(OptOuts optOuts, TransactionOperations transaction) {
        this.optOuts = optOuts;
        this.transaction = transaction;
    }

    @Override
    public Optional<ReasonCode> refusal(Effect effect, Confidential content) {
        return Optional.ofNullable(content.letter())
                .filter(it -> hasOptedOut(effect, it.to()))
                .map(_ -> ReasonCode.RECIPIENT_OPTED_OUT);
    }

    private boolean hasOptedOut(Effect effect, String address) {
        var workspaceId = effect.workspaceId();
        return OpenWorkspaces.callWith(
                List.of(workspaceId),
                () ->
                        transaction.execute(
                                _ -> optOuts.has(workspaceId, effect.senderId(), address)));
    }
}
