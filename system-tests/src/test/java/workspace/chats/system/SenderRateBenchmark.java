package workspace.chats.system;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Fifty numbers that may send a text a second, while the instance that sends is killed: judged by
 * when the provider had read each request. {@code ./chats bench SenderRate} runs it; {@code
 * -Drate.texts} says how many texts each number sends.
 */
class SenderRateBenchmark {

    private static final int NUMBERS = 50;
    private static final int TEXTS = Integer.getInteger("rate.texts", 60);
    private static final Duration TOLERANCE = Duration.ofMillis(50);

    private final RunningSystem system = RunningSystem.get();
    private final Phones phones = system.phones();
    private final Clinic clinic = Clinic.in(system);
    private final String round = UUID.randomUUID().toString();

    @Test
    void isKeptAndUsed_whenTheInstanceThatSendsIsKilled() {
        system.up();
        system.chats("start", "channel-dispatcher", "--instance", "2");
        var numbers = clinic.numbers(NUMBERS);

        for (int text = 0; text < TEXTS; text++) {
            for (var number : numbers) {
                clinic.texts(number, round + " " + number + " " + text, 0);
            }
        }
        system.kill("channel-dispatcher");
        Eventually.within(
                Duration.ofSeconds(TEXTS + 60),
                "nearly all arrived",
                () -> assertThat(arrived()).hasSizeGreaterThan(NUMBERS * (TEXTS - 2)));
        system.up();
        system.kill("channel-dispatcher-2");

        var bySender = arrived().stream().collect(groupingBy(Arrival::number)).values();
        assertThat(bySender).hasSize(NUMBERS);
        var gaps =
                bySender.stream()
                        .map(SenderRateBenchmark::gaps)
                        .flatMap(Collection::stream)
                        .sorted()
                        .toList();
        var used = bySender.stream().mapToDouble(SenderRateBenchmark::used).average().orElseThrow();
        System.out.printf(
                "Measured: %d texts of %d numbers at 1/s through a kill: shortest gap %d ms, %.1f"
                        + " %% used%n",
                gaps.size() + NUMBERS, NUMBERS, gaps.getFirst(), 100 * used);
        assertThat(Duration.ofMillis(gaps.getFirst()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1).minus(TOLERANCE));
        assertThat(used).isGreaterThanOrEqualTo(0.95);
    }

    private List<Arrival> arrived() {
        return phones.journal()
                .path("messages")
                .valueStream()
                .filter(text -> text.path("body").asString("").startsWith(round))
                .map(text -> new Arrival(text.path("from").asString(""), text.path("at").asLong()))
                .toList();
    }

    private static List<Long> gaps(List<Arrival> ofOne) {
        var times = ofOne.stream().map(Arrival::at).sorted().toList();
        return IntStream.range(1, times.size())
                .mapToObj(i -> times.get(i) - times.get(i - 1))
                .toList();
    }

    /** The share of its seconds in which a sender sent, the take-over included. */
    private static double used(List<Arrival> ofOne) {
        var gaps = gaps(ofOne);
        var all = gaps.stream().mapToLong(gap -> gap).sum();
        return 1_000.0 * gaps.size() / all;
    }

    private record Arrival(String number, long at) {}
}
