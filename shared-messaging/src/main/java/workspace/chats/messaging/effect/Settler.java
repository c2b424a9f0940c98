package workspace.chats.messaging.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import workspace.chats.messaging.effect.Effects.Moved;

/**
 * Writes down what happened, many at once. While the database cannot take it, it keeps what it
 * knows and tries again; whatever it cannot write at all is left to the lease, which never sends
 * again.
 */
final class Settler {

    private static final Logger log = LoggerFactory.getLogger(Settler.class);

    private final Moves moves;
    private final Effects effects;
    private final Bookkeeping bookkeeping;
    private final Persistence persistence;
    private final EffectMetrics metrics;
    private final Wake wake;
    private final Batches<Settlement> batches;

    Settler(
            Moves moves,
            Effects effects,
            Bookkeeping bookkeeping,
            Persistence persistence,
            EffectMetrics metrics,
            Wake wake,
            int most) {
        this.moves = moves;
        this.effects = effects;
        this.bookkeeping = bookkeeping;
        this.persistence = persistence;
        this.metrics = metrics;
        this.wake = wake;
        this.batches = new Batches<>(most, this::settleAll);
    }

    /** Done when it is written, or when it turned out to change nothing. */
    CompletableFuture<Void> settle(Entry entry, Happening happening) {
        var settlement = new Settlement(entry, happening);
        batches.add(settlement);
        return settlement.done();
    }

    /** Writes those that wait. */
    void next() throws InterruptedException {
        batches.next();
    }

    private void settleAll(List<Settlement> batch) throws InterruptedException {
        try {
            write(batch);
        } catch (RuntimeException refused) {
            for (var settlement : batch) {
                settleAlone(settlement);
            }
        } catch (Error ill) {
            batch.forEach(settlement -> leaveToTheLease(settlement, ill));
        } finally { // or those who wait would wait for ever, whatever becomes of this thread
            batch.forEach(Settlement::finish);
        }
    }

    private void settleAlone(Settlement settlement) throws InterruptedException {
        try {
            write(List.of(settlement));
        } catch (DuplicateKeyException owned) {
            giveUpTheId(settlement);
        } catch (RuntimeException | Error refused) {
            leaveToTheLease(settlement, refused);
        }
    }

    /** What the provider took stays taken, also when it names it like something else. */
    private void giveUpTheId(Settlement settlement) throws InterruptedException {
        metrics.providerIdTwice(settlement.entry().effect());
        var anonymous = settlement.withoutId();
        if (anonymous.isPresent()) {
            settleAlone(anonymous.get());
        } else {
            settlement.finish();
        }
    }

    private void leaveToTheLease(Settlement settlement, Throwable refused) {
        log.error(
                "effect {} not settled: {}",
                settlement.entry().effect().id(),
                refused.getClass().getName());
        settlement.finish();
    }

    private void write(List<Settlement> batch) throws InterruptedException {
        for (var left = batch; !left.isEmpty(); ) {
            left = seenAnew(writeOnce(left));
        }
    }

    /** Answers those whose row had changed meanwhile, if only by another of this batch. */
    private List<Settlement> writeOnce(List<Settlement> batch) throws InterruptedException {
        var late = new ArrayList<Settlement>();
        var decided = new LinkedHashMap<UUID, Decided>();
        for (var each : decided(batch)) {
            if (decided.putIfAbsent(each.step.id(), each) != null) {
                late.add(each.settlement);
            }
        }
        var steps = decided.values().stream().map(Decided::step).toList();
        var moved = persistence.persist(() -> bookkeeping.write(steps));
        for (var each : decided.values()) {
            var row = moved.get(each.step.id());
            if (row == null) {
                late.add(each.settlement);
            } else {
                finish(each, row);
            }
        }
        return late;
    }

    private List<Decided> decided(List<Settlement> batch) {
        var decided = new ArrayList<Decided>();
        for (var each : batch) {
            var entry = each.entry();
            moves.of(entry.state(), entry.effect(), each.happening())
                    .ifPresentOrElse(
                            move -> decided.add(new Decided(each, new Step(entry, move))),
                            each::finish);
        }
        return decided;
    }

    private List<Settlement> seenAnew(List<Settlement> late) throws InterruptedException {
        var anew = new ArrayList<Settlement>();
        for (var each : late) {
            var now = each.happening().stays() ? found(each.entry()) : Optional.<Entry>empty();
            now.ifPresentOrElse(entry -> anew.add(each.of(entry)), each::finish);
        }
        return anew;
    }

    private Optional<Entry> found(Entry seen) throws InterruptedException {
        return persistence.persist(() -> effects.find(seen));
    }

    private void finish(Decided decided, Moved row) {
        metrics.moved(decided.step);
        if (row.others()) {
            wake.signal();
        }
        decided.settlement.finish();
    }

    private record Decided(Settlement settlement, Step step) {}
}
