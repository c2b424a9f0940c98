package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BreatherTest {

    private static final Duration TOLERATED = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMillis(25);
    private static final int A_SECOND = 100;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Breather breather =
            new Breather(new BreatherSettings(TOLERATED, LONGEST), metrics);

    @Test
    void doesNotPause_whenThreadsComeToTheProcessorInTime() {
        ticks(10 * A_SECOND, TOLERATED);

        assertThat(breather.pause(1)).isZero();
    }

    @Test
    void doesNotPause_whenATickOrTwoWereLate() {
        ticks(A_SECOND, Duration.ZERO);
        ticks(2, Duration.ofMillis(15));
        assertThat(breather.pause(1)).isZero();
    }

    @Test
    void pausesLongerAndLonger_whileThreadsComeLate_butNotForEver() {
        ticks(A_SECOND / 2, Duration.ofMillis(3));
        assertThat(breather.pause(1)).isBetween(Duration.ofMillis(1), Duration.ofMillis(5));

        ticks(3 * A_SECOND, Duration.ofMillis(3));
        assertThat(breather.pause(1)).isEqualTo(LONGEST);
        assertThat(metrics.get("chats.breather").timeGauge().value(TimeUnit.MILLISECONDS))
                .isEqualTo(25);
    }

    @Test
    void holdsUpALongQueueByTwoSecondsAtMost() {
        ticks(10 * A_SECOND, Duration.ofMillis(3));

        assertThat(breather.pause(80)).isEqualTo(LONGEST);
        assertThat(breather.pause(100)).isEqualTo(Duration.ofMillis(20));
        assertThat(breather.pause(0)).isEqualTo(LONGEST);
    }

    @Test
    void comesToAnEnd_whenThreadsComeInTimeAgain() {
        ticks(10 * A_SECOND, Duration.ofMillis(3));

        ticks(5 * A_SECOND, Duration.ZERO);

        assertThat(breather.pause(1)).isZero();
    }

    @Test
    void neverPauses_whenToldSo() {
        var none =
                new Breather(
                        new BreatherSettings(TOLERATED, Duration.ZERO), new SimpleMeterRegistry());
        none.ticked(Duration.ofSeconds(1));

        assertThat(none.pause(1)).isZero();
    }

    @Test
    void takesNoNonsense() {
        assertThatThrownBy(() -> new BreatherSettings(Duration.ZERO, LONGEST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BreatherSettings(TOLERATED, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void ticks(int count, Duration lateness) {
        for (int i = 0; i < count; i++) {
            breather.ticked(lateness);
        }
    }
}
