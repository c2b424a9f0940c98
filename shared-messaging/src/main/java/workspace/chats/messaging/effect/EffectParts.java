package workspace.chats.messaging.effect;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.seal.Sealer;

/** What an engine is made of, put together by hand. */
record EffectParts(
        JdbcClient jdbc,
        TransactionOperations transaction,
        Outbox outbox,
        Sealer sealer,
        List<EffectProvider> providers,
        EffectGate gate,
        EffectNews news,
        Ids ids,
        Clock clock,
        MeterRegistry meters,
        EffectSettings settings) {

    EffectEngine engine(Wake wake) {
        var metrics = new EffectMetrics(meters).withGauges();
        var byIndex = new ByIndex(jdbc, transaction);
        var effects = new Effects(jdbc, byIndex, settings);
        var begins = new Begins(effects, settings);
        var settler = settler(effects, byIndex, metrics, wake);
        var contents = new Contents(sealer);
        var serving = new Providers(providers);
        var submission = new Submission(contents, gate, begins, serving, settler, metrics);
        var claims = new Claims(jdbc, byIndex, settings, ids.next());
        var looks = new Looks(effects, contents, serving, settler, settings);
        return new EffectEngine(
                new Scheduler(claims, submission, new Lanes(), wake, settings),
                begins,
                settler,
                new Sweep(effects, settler, looks, settings),
                new Census(jdbc, metrics, settings.gauges()),
                new Forgetting(jdbc, byIndex, settings),
                settings);
    }

    EffectLedger ledger(Wake wake) {
        var byIndex = new ByIndex(jdbc, transaction);
        var books = books(new Effects(jdbc, byIndex, settings), byIndex);
        var expiry = new Expiry(jdbc, books, new EffectMetrics(meters));
        return new EffectLedger(new Plans(jdbc, ids, expiry), wake);
    }

    Receipts receipts() {
        var byIndex = new ByIndex(jdbc, transaction);
        var books = books(new Effects(jdbc, byIndex, settings), byIndex);
        return new Receipts(jdbc, moves(), books, new EffectMetrics(meters));
    }

    private Settler settler(
            Effects effects, TransactionOperations byIndex, EffectMetrics metrics, Wake wake) {
        return new Settler(
                moves(),
                effects,
                books(effects, byIndex),
                new Persistence(),
                metrics,
                wake,
                settings.inFlight());
    }

    private Moves moves() {
        var waits = new RetryWaits(settings.retryWaits(), settings.retryJitter(), new Random());
        return new Moves(waits, settings.lookWait(0));
    }

    private Bookkeeping books(Effects effects, TransactionOperations byIndex) {
        return new Bookkeeping(byIndex, effects, outbox, news, ids, clock);
    }
}
