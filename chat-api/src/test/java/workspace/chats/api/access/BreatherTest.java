package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BreatherTest {

    private static final double TOLERATED = 0.9;
    private static final Duration LONGEST = Duration.ofMillis(25);
    private static final int A_SECOND = 10;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Breather breather =
            new Breather(new BreatherSettings(TOLERATED, LONGEST), metrics);

    @Test
    void doesNotPause_whenProcessorsAreNotTooBusy() {
        told(10 * A_SECOND, TOLERATED);

        assertThat(breather.pause(1)).isZero();
    }

    @Test
    void doesNotPause_whenTheyWereBusyForAMoment() {
        told(A_SECOND, 0.5);
        told(2, 1);
        assertThat(breather.pause(1)).isZero();
    }

    @Test
    void pausesLongerAndLonger_whileTheyAreTooBusy_butNotForEver() {
        told(A_SECOND, 1);
        assertThat(breather.pause(1)).isBetween(Duration.ofMillis(1), Duration.ofMillis(5));

        told(3 * A_SECOND, 1);
        assertThat(breather.pause(1)).isEqualTo(LONGEST);
        assertThat(metrics.get("chats.breather").timeGauge().value(TimeUnit.MILLISECONDS))
                .isEqualTo(25);
    }

    @Test
    void holdsUpALongQueueByTwoSecondsAtMost() {
        told(10 * A_SECOND, 1);

        assertThat(breather.pause(80)).isEqualTo(LONGEST);
        assertThat(breather.pause(100)).isEqualTo(Duration.ofMillis(20));
        assertThat(breather.pause(0)).isEqualTo(LONGEST);
    }

    @Test
    void comesToAnEnd_whenTheyAreIdleAgain() {
        told(10 * A_SECOND, 1);

        told(5 * A_SECOND, 0);

        assertThat(breather.pause(1)).isZero();
    }

    @Test
    void neverPauses_whenToldSo() {
        var none =
                new Breather(
                        new BreatherSettings(TOLERATED, Duration.ZERO), new SimpleMeterRegistry());
        none.told(1);

        assertThat(none.pause(1)).isZero();
    }

    @Test
    void takesNoNonsense() {
        for (var busy : List.of(0.0, -1.0, 1.1, Double.NaN)) {
            assertThatThrownBy(() -> new BreatherSettings(busy, LONGEST))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new BreatherSettings(TOLERATED, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void told(int count, double busy) {
        for (int i = 0; i < count; i++) {
            breather.told(busy);
        }
    }
}
