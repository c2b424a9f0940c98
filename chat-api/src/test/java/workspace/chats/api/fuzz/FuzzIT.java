package workspace.chats.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import workspace.chats.api.contract.Call;
import workspace.chats.api.property.Draws;

/**
 * Requests made from the document, most of them wrong in some way. {@code -Dfuzz.minutes=10} runs
 * longer, {@code -Dfuzz.seed} begins elsewhere; a failure is printed as the smallest request that
 * still fails.
 */
@ExtendWith(OutputCaptureExtension.class)
class FuzzIT {

    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int MINUTES = Integer.getInteger("fuzz.minutes", 0);
    private static final int SHORT = 2_500;
    private static final int A_WORKSPACE = 2_000;

    private final Tally tally = new Tally();
    private final Findings found = new Findings();
    private @Nullable Pool pool;

    @Test
    void neverFails_neverEchoes_neverBreaksItsWord(CapturedOutput logs) {
        long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
        while (goesOn(end)) {
            shoot(SEED * 1_000_003 + tally.requests());
        }
        var report = "fuzz seed " + SEED + ": " + tally + "\n" + tally.perCall();
        assertThat(Canary.isIn(logs.getAll())).as("something sent is in the log").isFalse();
        System.out.println(report);
        assertThat(found.all()).as("seed %d", SEED).isEmpty();
        assertThat(tally.calls()).isEqualTo((int) Call.all().count());
        assertThat(tally.neverTaken()).as(report).isEmpty();
    }

    private boolean goesOn(long end) {
        return MINUTES == 0 ? tally.requests() < SHORT : System.nanoTime() < end;
    }

    private void shoot(long seed) {
        var known = pool();
        int number = tally.requests();
        var draws = Draws.of(seed);
        var shot = Shots.of(draws, known, number);
        var reply = Gun.fire(shot);
        tally.count(shot, reply);
        Oracle.complaint(reply)
                .ifPresent(complaint -> found.note(shot, draws.made(), complaint, known, number));
        var answer = reply.answer();
        if (answer != null) {
            known.learn(shot, answer);
        }
    }

    /** A new workspace before the limits of the old one are met. */
    private Pool pool() {
        var current = pool;
        if (current == null || tally.requests() % A_WORKSPACE == 0) {
            current = new Pool();
            pool = current;
        }
        return current;
    }
}
