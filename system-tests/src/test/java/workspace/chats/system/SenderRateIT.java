package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A number sends no faster than it may, over the whole way and a restart. Judged by when the
 * provider has read a request, which a machine that stalls notes late: by so much the shortest
 * distance may seem shorter.
 */
class SenderRateIT {

    private static final int NUMBERS = 5;
    private static final int TEXTS = 6;
    private static final Duration SHORTEST = Duration.ofMillis(950);

    private final RunningSystem system = RunningSystem.get();
    private final Clinic clinic = Clinic.in(system);
    private final String round = UUID.randomUUID().toString();

    @Test
    void isKept_whenTheInstanceThatSendsIsKilled() {
        var numbers = clinic.numbers(NUMBERS);
        try (var metronome = Metronome.start()) {
            clinic.textsFromEach(numbers, round, TEXTS);
            awaitTextsThroughAKill();
            var pace = Pace.of(system.phones(), round);
            assertThat(pace.bySender()).hasSize(NUMBERS);
            assertThat(pace.shortestGap())
                    .isGreaterThanOrEqualTo(SHORTEST.minus(metronome.longestStall()));
        }
    }

    private void awaitTextsThroughAKill() {
        awaitTexts(2 * NUMBERS);
        system.killAtOnce("channel-dispatcher");
        system.start("channel-dispatcher");
        // those that were on their way wait for the end of their lease
        awaitTexts((TEXTS - 1) * NUMBERS);
    }

    private void awaitTexts(int count) {
        Eventually.within(
                Duration.ofSeconds(60),
                count + " texts",
                () ->
                        assertThat(Pace.of(system.phones(), round).texts())
                                .isGreaterThanOrEqualTo(count));
    }
}
