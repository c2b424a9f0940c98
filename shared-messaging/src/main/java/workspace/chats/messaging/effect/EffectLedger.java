package workspace.chats.messaging.effect;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where services write down what is to be sent. Nothing is sent before the caller's transaction has
 * committed, and each attempt is sent at most once.
 */
public final class EffectLedger {

    private final Plans plans;
    private final Wake wake;

    EffectLedger(Plans plans, Wake wake) {
        this.plans = plans;
        this.wake = wake;
    }

    /**
     * Writes the effects into the caller's transaction. One that is there already (same workspace,
     * subject and attempt) stays as it is, and one of a subject that was attempted already is not
     * planned: that attempt may have gone out, and only {@link #planNext} asks how it stands.
     * Throws {@link org.springframework.transaction.IllegalTransactionStateException} outside a
     * transaction.
     */
    public void plan(Collection<PlannedEffect> effects) {
        if (effects.isEmpty()) {
            return;
        }
        plans.add(effects);
        wakeAfterCommit();
    }

    /**
     * Plans a person's wish to try again, if the last attempt allows it; also when there was none.
     * Concurrent wishes for one subject wait for each other. Needs a transaction, as {@link #plan}.
     *
     * @param confirmUnknown the person knows that the last attempt may have gone out
     */
    public NextAttempt planNext(PlannedEffect next, boolean confirmUnknown) {
        var answer = plans.addNext(next, confirmUnknown);
        if (answer == NextAttempt.PLANNED) {
            wakeAfterCommit();
        }
        return answer;
    }

    /**
     * Where the last attempt at that message or call stands. After {@link #planNext} refused, and
     * in the same transaction, it is the attempt for which it was refused.
     */
    public Optional<LastAttempt> last(UUID workspaceId, UUID subjectId) {
        return plans.find(workspaceId, subjectId);
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake.signal();
                    }
                });
    }
}
