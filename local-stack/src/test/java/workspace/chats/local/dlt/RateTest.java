package workspace.chats.local.dlt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @Test
    void isSaidWithOrWithoutItsUnit() {
        assertThat(Rate.of("20/s")).isEqualTo(new Rate(20));
        assertThat(Rate.of("0.5")).isEqualTo(new Rate(0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0/s", "-1", "1/min", "1e9", "NaN"})
    void isAboveZero(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(text));
    }

    @Test
    void letsOneGoAtOnce_andTheOthersInTheirTime() {
        var start = System.nanoTime();
        var pace = new Rate(100).start();
        for (int i = 0; i < 11; i++) {
            pace.await();
            pace.gone();
        }

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(100_000_000);
    }

    @Test
    void doesNotMakeUpForOneThatTookLong() {
        var pace = new Rate(20).start();
        pace.await();
        var took = new Rate(10).start();
        took.gone();
        took.await();

        var left = System.nanoTime();
        pace.gone();
        pace.await();

        assertThat(System.nanoTime() - left).isGreaterThan(45_000_000);
    }
}
