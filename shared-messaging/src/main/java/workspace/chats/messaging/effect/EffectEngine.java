package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * The threads that keep the ledger going. A stop claims nothing more and waits for the answers that
 * are on their way; what it cannot wait for, the lease turns into {@code unknown}.
 */
final class EffectEngine implements SmartLifecycle {

    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private final Scheduler scheduler;
    private final Begins begins;
    private final Settler settler;
    private final Sweep sweep;
    private final Census census;
    private final Forgetting forgetting;
    private final EffectSettings settings;
    private final List<Loop> claiming = new ArrayList<>();
    private final List<Loop> writing = new ArrayList<>();

    EffectEngine(
            Scheduler scheduler,
            Begins begins,
            Settler settler,
            Sweep sweep,
            Census census,
            Forgetting forgetting,
            EffectSettings settings) {
        this.scheduler = scheduler;
        this.begins = begins;
        this.settler = settler;
        this.sweep = sweep;
        this.census = census;
        this.forgetting = forgetting;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        writing.add(Loop.start("settle", settler::next));
        writing.add(Loop.start("begin", begins::next));
        writing.add(Loop.start("count", census::round));
        writing.add(Loop.start("forget", forgetting::round));
        claiming.add(Loop.start("sweep", sweep::round));
        claiming.add(Loop.start("claim", scheduler::round));
    }

    @Override
    public synchronized void stop() {
        if (!isRunning()) {
            return;
        }
        stop(claiming);
        try {
            scheduler.awaitAll(settings.stopWithin());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        stop(writing);
    }

    private static void stop(List<Loop> loops) {
        loops.forEach(loop -> loop.stop(SHORTLY));
        loops.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !claiming.isEmpty();
    }
}
