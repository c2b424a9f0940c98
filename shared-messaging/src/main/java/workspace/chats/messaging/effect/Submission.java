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
    private final Lanes lanes;
    private final Providers providers;
    private final Settler settler;
    private final EffectMetrics metrics;

    Submission(
            Contents contents,
            EffectGate gate,
            Begins begins,
            Lanes lanes,
            Providers providers,
            Settler settler,
            EffectMetrics metrics) {
        this.contents = contents;
        this.gate = gate;
        this.begins = begins;
        this.lanes = lanes;
        this.providers = providers;
        this.settler = settler;
        this.metrics = metrics;
    }

    /** Returns when whatever became of it is written down. */
    void run(Claim claim) {
        TraceContext.runWith(claim.entry().traceparent(), () -> carryOut(claim));
    }

    private void carryOut(Claim claim) {
        var entry = claim.entry();
        if (entry.effect().simulated()) {
            settle(entry, new Simulated());
        } else if (!providers.serve(entry.effect())) {
            settle(entry, new Blocked(ReasonCode.DISPATCH_MISCONFIGURED));
        } else {
            open(claim);
        }
    }

    private void open(Claim claim) {
        try {
            ask(claim, contents.of(claim.entry()));
        } catch (CannotUnseal closed) {
            settle(claim.entry(), new Blocked(ReasonCode.DISPATCH_MISCONFIGURED));
        }
    }

    private void ask(Claim claim, Confidential content) {
        var entry = claim.entry();
        try {
            gate.refusal(entry.effect(), content)
                    .ifPresentOrElse(
                            reason -> settle(entry, new Blocked(reason)),
                            () -> begin(claim, content));
        } catch (RuntimeException failure) {
            withdraw(entry, failure);
        }
    }

    private void begin(Claim claim, Confidential content) {
        begun(claim.entry()).ifPresent(entry -> submit(entry, claim.slot(), content));
    }

    private Optional<Entry> begun(Entry claimed) {
        try {
            return begins.begin(claimed).join();
        } catch (CompletionException failure) {
            withdraw(claimed, failure);
            return Optional.empty();
        }
    }

    private void submit(Entry begun, Slot slot, Confidential content) {
        try {
            var inTime = lanes.of(begun.effect().senderId()).awaitTurn(slot);
            settle(begun, inTime ? answer(begun, content) : new Withdrawn(Duration.ZERO));
        } catch (InterruptedException stopping) {
            settle(begun, new Withdrawn(Duration.ZERO));
        }
    }

    private Happening answer(Entry begun, Confidential content) {
        var effect = begun.effect();
        metrics.submitted(effect);
        try {
            return new Answered(providers.of(effect).submit(effect, content));
        } catch (Throwable failure) {
            log.error("provider failed on {}: {}", effect.id(), failure.getClass().getName());
            metrics.threw(effect);
            return new Answered(new Answer.Unknown(null));
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
