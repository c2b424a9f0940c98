package workspace.chats.messaging.effect;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/** Moves on what nobody but time moves on: lapsed leases, expired wishes, unknown outcomes. */
final class Sweep {

    private static final int AT_ONCE = 500;

    private final Effects effects;
    private final Settler settler;
    private final Looks looks;
    private final EffectSettings settings;

    Sweep(Effects effects, Settler settler, Looks looks, EffectSettings settings) {
        this.effects = effects;
        this.settler = settler;
        this.looks = looks;
        this.settings = settings;
    }

    void round() throws InterruptedException {
        var overdue = effects.overdue(AT_ONCE, looks.free());
        var settling = new ArrayList<CompletableFuture<Void>>();
        for (var row : overdue) {
            var entry = row.entry();
            switch (row.kind()) {
                case LAPSED -> settling.add(settler.settle(entry, new Happening.LeaseLapsed()));
                case EXPIRED -> settling.add(settler.settle(entry, new Happening.Expired()));
                case UNSETTLED ->
                        settling.add(settler.settle(entry, new Happening.DeadlinePassed()));
                case LOOK -> looks.start(entry);
            }
        }
        for (var each : settling) {
            each.join();
        }
        if (overdue.size() < AT_ONCE) {
            Thread.sleep(settings.sweep());
        }
    }
}
