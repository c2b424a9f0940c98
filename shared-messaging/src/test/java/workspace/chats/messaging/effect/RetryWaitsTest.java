package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryWaitsTest {

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(90));

    @Test
    void spreadsEachWait_byItsJitterAndNotMore() {
        var waits = new RetryWaits(WAITS, 0.2, new Random(7));

        var second = IntStream.range(0, 1000).mapToObj(_ -> waits.after(2).orElseThrow()).toList();

        assertThat(second)
                .allSatisfy(wait ->
                        assertThat(wait)
                                .isBetween(Duration.ofSeconds(72), Duration.ofSeconds(108)));
        assertThat(second).anyMatch(wait -> wait.toSeconds() < 80);
        assertThat(second).anyMatch(wait -> wait.toSeconds() > 100);
    }

    @Test
    void endsAfterItsLastWait() {
        assertThat(new RetryWaits(WAITS, 0.2, new Random(7)).after(3)).isEmpty();
    }

    @Test
    void refusesAJitterThatIsNoShare() {
        assertThatThrownBy(() -> new RetryWaits(WAITS, 1.1, new Random(7)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
