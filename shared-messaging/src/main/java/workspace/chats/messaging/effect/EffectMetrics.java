package workspace.chats.messaging.effect;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators see of the ledger: counters, gauges and one line per move, ids and codes only. */
final class EffectMetrics {

    private static final Logger log = LoggerFactory.getLogger(EffectMetrics.class);

    private final MeterRegistry meters;
    private volatile Map<Unfinished, Long> unfinished = Map.of();

    EffectMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Shows what is {@link #counted} here; once per registry. */
    EffectMetrics withGauges() {
        Unfinished.all().forEach(this::gauge);
        return this;
    }

    private void gauge(Unfinished which) {
        Gauge.builder("effects.unfinished", () -> unfinished.getOrDefault(which, 0L))
                .description("Effects that are not settled, by state; overdue ones once more")
                .tag("state", which.state())
                .tag("medium", which.medium().code())
                .register(meters);
    }

    /** The table's latest count. */
    void counted(Map<Unfinished, Long> now) {
        unfinished = Map.copyOf(now);
    }

    void submitted(Effect effect) {
        count("effects.submitted", effect).increment();
    }

    /** An adapter threw instead of answering. */
    void threw(Effect effect) {
        count("effects.provider.failures", effect).increment();
    }

    /** Two effects were given the same provider id. */
    void providerIdTwice(Effect effect) {
        log.warn("effect {} was given a provider id that another one has", effect.id());
        count("effects.provider.id.twice", effect).increment();
    }

    /** A receipt named something else than what the provider had said it took. */
    void strangeReceipt(Effect effect) {
        log.warn("effect {} had a receipt for another provider id", effect.id());
        count("effects.receipts.strange", effect).increment();
    }

    void moved(Step step) {
        var effect = step.entry().effect();
        var move = step.move();
        log.info(
                "effect {} of {} attempt {}: {} -> {} {} {}",
                effect.id(),
                effect.subjectId(),
                effect.attempt(),
                step.entry().state().code(),
                move.to().code(),
                reason(move),
                move.providerCode() == null ? "" : move.providerCode());
        Counter.builder("effects.moved")
                .tag("medium", effect.medium().code())
                .tag("from", step.entry().state().code())
                .tag("to", move.to().code())
                .tag("reason", reason(move))
                .register(meters)
                .increment();
    }

    private static String reason(Move move) {
        return move.reason() == null ? "" : move.reason().code();
    }

    private Counter count(String name, Effect effect) {
        return Counter.builder(name).tag("medium", effect.medium().code()).register(meters);
    }
}
