package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workspace.chats.events.Confidential;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Happening.Answered;
import workspace.chats.messaging.effect.Happening.Blocked;
import workspace.chats.messaging.effect.Happening.Simulated;
import workspace.chats.messaging.effect.Happening.Withdrawn;
import workspace.chats.messaging.seal.CannotUnseal;
import workspace.chats.messaging.trace.TraceContext;

/**
 * What one claimed effect goes through: opened, let through, begun, written at its slot, settled.
 */
final class Submission {

    private static final Logger log = LoggerFactory.getLogger(Submission.class);

    private static final Duration A_LITTLE_LATER = Duration.ofSeconds(1);

    private final Contents contents;
    private final EffectGate gate;
    private final Begins begins;
    private final Providers providers;
    private final Settler settler;
    private final EffectMetrics metrics;

    Submission(
            Contents contents,
            EffectGate gate,
            Begins begins,
            Providers providers,
            Settler settler,
            EffectMetrics metrics) {
        this.contents = contents;
        this.gate = gate;
        this.begins = begins;
        this.providers = providers;
        this.settler = settler;
        this.metrics = metrics;
    }

    /** Returns when whatever became of it is written down. */
    void run(Entry claimed, WritingTurn turn) {
        TraceContext.runWith(claimed.traceparent(), () -> carryOut(claimed, turn));
    }

    private void carryOut(Entry claimed, WritingTurn turn) {
        if (claimed.effect().simulated()) {
            settle(claimed, new Simulated());
        } else if (!providers.serve(claimed.effect())) {
            settle(claimed, new Blocked(ReasonCode.DISPATCH_MISCONFIGURED));
        } else {
            open(claimed, turn);
        }
    }

    private void open(Entry claimed, WritingTurn turn) {
        try {
            ask(claimed, turn, contents.of(claimed));
        } catch (CannotUnseal closed) {
            settle(claimed, new Blocked(ReasonCode.DISPATCH_MISCONFIGURED));
        }
    }

    private void ask(Entry claimed, WritingTurn turn, Confidential content) {
        Optional<ReasonCode> refusal;
        try { // of this alone: what is written below must never be taken for not written
            refusal = gate.refusal(claimed.effect(), content);
        } catch (RuntimeException failure) {
            withdraw(claimed, failure);
            return;
        }
        refusal.ifPresentOrElse(
                reason -> settle(claimed, new Blocked(reason)),
                () -> begin(claimed, turn, content));
    }

    private void begin(Entry claimed, WritingTurn turn, Confidential content) {
        begun(claimed)
                .ifPresent(entry -> {
                    if (entry.state() == State.SUBMITTING) {
                        submit(entry, turn, content);
                    } else {
                        settle(entry, new Blocked(ReasonCode.BUDGET_EXCEEDED));
                    }
                });
    }

    private Optional<Entry> begun(Entry claimed) {
        try {
            return begins.begin(claimed).join();
        } catch (CompletionException failure) {
            withdraw(claimed, failure);
            return Optional.empty();
        }
    }

    private void submit(Entry begun, WritingTurn turn, Confidential content) {
        var inTime = turn.awaitStart();
        settle(begun, inTime ? happening(begun, turn, content) : new Withdrawn(Duration.ZERO));
    }

    private Happening happening(Entry begun, WritingTurn turn, Confidential content) {
        var answer = answer(begun.effect(), turn, content);
        return turn.wasMissed() ? new Withdrawn(Duration.ZERO) : new Answered(answer);
    }

    private Answer answer(Effect effect, WritingTurn turn, Confidential content) {
        metrics.submitted(effect);
        try {
            return turn.during(() -> providers.of(effect).submit(effect, content));
        } catch (SlotMissed late) {
            return new Answer.Unknown(null);
        } catch (Throwable failure) {
            log.error("provider failed on {}: {}", effect.id(), failure.getClass().getName());
            metrics.threw(effect);
            return new Answer.Unknown(null);
        }
    }

    private void withdraw(Entry claimed, Throwable failure) {
        log.warn("effect {} put back: {}", claimed.effect().id(), nameOf(failure));
        settle(claimed, new Withdrawn(A_LITTLE_LATER));
    }

    private void settle(Entry entry, Happening happening) {
        settler.settle(entry, happening).join();
    }

    private static String nameOf(Throwable failure) {
        var cause = failure.getCause();
        return (cause == null ? failure : cause).getClass().getName();
    }
}
