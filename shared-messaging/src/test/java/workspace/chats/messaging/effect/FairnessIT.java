package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A workspace with thousands of messages in the ledger does not make another one's wait. */
@LedgerTest
class FairnessIT {

    private static final int FLOOD = Integer.getInteger("fairness.flood", 5_000);
    private static final int QUIET = 40;
    private static final Duration ANSWERS_AFTER = Duration.ofMillis(20);
    private static final Duration EXTRA_WAIT = Duration.ofMillis(250);

    @Autowired EffectParts parts;
    @Autowired EffectEngine engine;
    @Autowired FakeProvider provider;

    private final Map<UUID, Long> planned = new ConcurrentHashMap<>();
    private Lab lab;

    @BeforeEach
    void takeOver() {
        engine.stop();
        lab = new Lab(parts, provider);
        provider.answers(_ -> {
            LockSupport.parkNanos(ANSWERS_AFTER.toNanos());
            return FakeProvider.accepted();
        });
    }

    @AfterEach
    void cleanUp() {
        lab.stopAll();
    }

    @Test
    void keepsTheOthersWaitShort_whileTheHandsAreFullOfOnes() {
        var instance = lab.start("in-flight=16", "texts-per-hour=1000000");
        var quiet = Wish.aMessage();
        var alone = waits(instance, quiet);

        instance.plan(Stream.generate(Wish.aMessage()::elsewhere).limit(FLOOD).toList());
        var beside = waits(instance, quiet);

        var median = alone.get(QUIET / 2);
        var worst = beside.getLast();
        assertThat(worst.minus(median))
                .as("%s alone, %s beside", alone, beside)
                .isLessThanOrEqualTo(EXTRA_WAIT);
        assertThat(provider.submitted().size()).as("the flood goes on").isLessThan(FLOOD);
    }

    /** From the plan to the provider's door, in order. */
    private List<Duration> waits(Instance instance, Wish quiet) {
        var wishes = Stream.generate(quiet::elsewhere).limit(QUIET).toList();
        var left = wishes.iterator();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var ignored =
                    clock.scheduleAtFixedRate(
                            () -> plan(instance, left.next()), 0, 100, TimeUnit.MILLISECONDS);
            lab.awaitState(wishes.getLast(), "accepted");
        }
        return wishes.stream().map(this::wait).sorted().toList();
    }

    private void plan(Instance instance, Wish wish) {
        planned.put(wish.message(), System.nanoTime());
        instance.plan(wish);
    }

    private Duration wait(Wish wish) {
        var arrived = lab.submitted(wish).getFirst().at();
        return Duration.ofNanos(arrived - Objects.requireNonNull(planned.get(wish.message())));
    }
}
