package workspace.chats.messaging.relay;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps exactly one relay per database at work: waits for the lock, runs the relay while it holds
 * it, and starts again whatever ends that was not asked to.
 */
final class RelaySupervisor implements SmartLifecycle {

    /**
     * After the database is ready; stopped after the web server and the listeners, whose last
     * events still go out.
     */
    static final int PHASE = 0;

    private static final Logger log = LoggerFactory.getLogger(RelaySupervisor.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofMinutes(1);

    enum State {
        STOPPED,
        STANDBY,
        LEADING,
        RESTARTING
    }

    private final RelayDatabase database;
    private final RelaySettings settings;
    private final Map<String, Object> kafka;
    private final Relays relays;
    private final RelayMetrics metrics;
    private final Clock clock;
    private volatile State state = State.STOPPED;
    private volatile @Nullable Thread thread;

    RelaySupervisor(
            RelayDatabase database,
            RelaySettings settings,
            Map<String, Object> kafka,
            Relays relays,
            RelayMetrics metrics,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.kafka = Map.copyOf(kafka);
        this.relays = relays;
        this.metrics = metrics;
        this.clock = clock;
    }

    State state() {
        return state;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("relay-supervisor").daemon().start(this::supervise);
        }
    }

    @Override
    public synchronized void stop() {
        var supervising = thread;
        if (supervising == null) {
            return;
        }
        supervising.interrupt();
        try {
            supervising.join(TimeUnit.SECONDS.toMillis(15));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void supervise() {
        var pause = FIRST_PAUSE;
        warmUp();
        try {
            while (true) {
                var began = clock.instant();
                standByAndLead();
                pause = steadySince(began) ? FIRST_PAUSE : pause;
                Thread.sleep(pause);
                pause = longer(pause);
            }
        } catch (InterruptedException asked) {
            state = State.STOPPED;
        }
    }

    /**
     * Loads what leading takes, so that a takeover is quick, and so that on a busy machine the
     * lease does not run out before it is renewed for the first time.
     */
    private void warmUp() {
        try (var outlet = new Outlet(database, kafka, () -> false, metrics, clock)) {
            relays.over(outlet);
        } catch (SQLException | RuntimeException | Error failure) {
            log.info("the relay begins cold: {}", RelayFailed.describe(failure));
        }
    }

    private void standByAndLead() throws InterruptedException {
        try (var lock = new RelayLock(database, settings.lease())) {
            standBy(lock);
            lead(lock);
        } catch (SQLException | RuntimeException | Error failure) {
            log.warn("the relay has no database: {}", RelayFailed.describe(failure));
        } finally {
            state = State.RESTARTING;
        }
    }

    private void standBy(RelayLock lock) throws SQLException, InterruptedException {
        while (!lock.tryTake()) {
            state = State.STANDBY;
            Thread.sleep(settings.lockRetry());
        }
    }

    private void lead(RelayLock lock) throws SQLException, InterruptedException {
        try (var outlet = new Outlet(database, kafka, lock::isSurelyHeld, metrics, clock);
                var run = run(outlet)) {
            metrics.leads(true);
            state = State.LEADING;
            while (run.isAlive() && lock.renew()) {
                Thread.sleep(settings.lockRetry());
            }
            metrics.stopped();
            log.warn("the relay stopped unasked: {}", why(run));
        } finally {
            metrics.leads(false);
        }
    }

    private RelayRun run(Outlet outlet) {
        var relay = relays.over(outlet);
        return new RelayRun(relay, new Sweep(outlet, relay, metrics, settings, clock));
    }

    private static String why(RelayRun run) {
        return run.isAlive() ? "its lock is lost" : RelayFailed.describe(run.failure());
    }

    private boolean steadySince(Instant began) {
        return began.plus(STEADY).isBefore(clock.instant());
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
