package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Crashes, late answers, lapsed leases, looks and expiry in 20,000 random orders. */
class EveryInterleavingTest {

    private static final int SEEDS = 20_000;
    private static final int STEPS = 60;

    @Test
    void neverSendsOneAttemptTwice_unlessItIsCertainThatNothingWasSent() {
        LongStream.range(0, SEEDS).forEach(EveryInterleavingTest::runsOnce);
    }

    @Test
    void endsEveryTraceWithAVerdict() {
        var ends = EnumSet.noneOf(State.class);

        LongStream.range(0, SEEDS).forEach(seed -> ends.add(endOf(seed)));

        assertThat(ends)
                .containsExactlyInAnyOrder(
                        State.ACCEPTED, State.REJECTED, State.EXPIRED, State.OUTCOME_UNKNOWN);
    }

    private static void runsOnce(long seed) {
        var model = new LedgerModel(seed);
        for (int i = 0; i < STEPS; i++) {
            model.step();
            assertThat(model.maybeSent()).as("seed %d, step %d", seed, i).isLessThanOrEqualTo(1);
        }
    }

    private static State endOf(long seed) {
        var model = new LedgerModel(seed);
        for (int i = 0; i < STEPS; i++) {
            model.step();
        }
        model.end();
        assertThat(model.state().isFinal()).as("seed %d ends in %s", seed, model.state()).isTrue();
        assertThat(model.maybeSent()).as("seed %d", seed).isLessThanOrEqualTo(1);
        assertThat(model.told().getLast())
                .as("seed %d", seed)
                .isNotInstanceOf(Outcome.Unknown.class);
        assertThat(isAccepted(model) && !model.wasTaken()).as("seed %d", seed).isFalse();
        return model.state();
    }

    private static boolean isAccepted(LedgerModel model) {
        return model.told().getLast() instanceof Outcome.Accepted;
    }
}
