package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
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
    private static final int HANDS = 16;
    private static final Duration ANSWERS_AFTER = Duration.ofMillis(20);
    private static final Duration EXTRA_WAIT = Duration.ofSeconds(1);

    @Autowired EffectParts parts;
    @Autowired EffectEngine engine;
    @Autowired FakeProvider provider;

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
        var instance = lab.start("in-flight=" + HANDS, "texts-per-hour=1000000");
        var quiet = Wish.aMessage();
        var alone = waits(instance, quiet);

        instance.plan(Stream.generate(Wish.aMessage()::elsewhere).limit(FLOOD).toList());
        lab.awaitSubmitted(QUIET + HANDS);
        var beside = waits(instance, quiet);

        assertThat(beside)
                .as("those in hand, and those of one claim, come before it")
                .allMatch(wait -> wait.others() <= 2 * HANDS);
        assertThat(usual(beside).minus(usual(alone)))
                .as("%s alone, %s beside", alone, beside)
                .isLessThanOrEqualTo(EXTRA_WAIT);
        assertThat(provider.submitted().size()).as("the flood goes on").isLessThan(FLOOD);
    }

    private List<Wait> waits(Instance instance, Wish quiet) {
        return IntStream.range(0, QUIET).mapToObj(_ -> wait(instance, quiet.elsewhere())).toList();
    }

    private Wait wait(Instance instance, Wish wish) {
        var start = System.nanoTime();
        instance.plan(wish);
        var earlier = provider.submitted().size();
        lab.awaitState(wish, "accepted");
        var submitted = lab.submitted(wish).getFirst();
        return new Wait(
                Duration.ofNanos(submitted.at() - start),
                provider.submitted().indexOf(submitted) - earlier);
    }

    /** The median: a machine that stands still for a while makes only some longer. */
    private static Duration usual(List<Wait> waits) {
        return waits.stream().map(Wait::time).sorted().toList().get(waits.size() / 2);
    }

    /** From the plan to the provider's door, and how many others came there meanwhile. */
    private record Wait(Duration time, int others) {}
}
