package workspace.chats.system;

import static workspace.chats.system.ChatRequest.sms;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a flood of one workspace costs another: one creates as many texts as the gateway takes, the
 * other one every two seconds. Its wait is from the commit to the provider's door, as in {@link
 * LatencyBenchmark}; the extra wait is that beyond the median of a quiet minute before. {@code
 * -Dfairness.chats} says how many.
 */
class FairnessBenchmark {

    private static final int FLOOD = Integer.getInteger("fairness.chats", 100_000);
    private static final int QUIET = 30;
    private static final int CALLERS = 16;

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");
    private final Workspace other = system.workspace("other");

    @Test
    void costsTheOtherWorkspaceNothing() {
        var warm = "warm " + UUID.randomUUID();
        alone(warm, 10);
        var before = "before " + UUID.randomUUID();
        alone(before, QUIET);
        var during = "during " + UUID.randomUUID();
        var began = System.nanoTime();
        try (var load =
                Load.of(
                        Duration.ofSeconds(2),
                        other.as("operator"),
                        n -> text(other, during + " " + n))) {
            flood();
            var took = Duration.ofNanos(System.nanoTime() - began);
            System.out.printf(
                    "Measured: %d texts of one workspace created in %d s (%.0f/s)%n",
                    FLOOD, took.toSeconds(), 1e9 * FLOOD / took.toNanos());
            load.goesOnFor(QUIET, Duration.ofSeconds(4 * QUIET));
            arrive(during, load.acknowledged().size());
        }
        var median = at(waits(before), 0.5);
        var extra = Arrays.stream(waits(during)).map(wait -> wait - median).toArray();
        System.out.printf(
                "Measured: the other's texts: median alone %.0f ms; extra wait of %d beside the"
                        + " flood: p50 %.0f ms, p99 %.0f ms, max %.0f ms%n",
                median, extra.length, at(extra, 0.5), at(extra, 0.99), at(extra, 1));
    }

    private void alone(String round, int texts) {
        try (var load =
                Load.of(
                        Duration.ofSeconds(2),
                        other.as("operator"),
                        n -> text(other, round + " " + n))) {
            load.goesOnFor(texts, Duration.ofSeconds(4L * texts));
            arrive(round, load.acknowledged().size());
        }
    }

    private void flood() {
        var operator = demo.as("operator");
        var round = "flood " + UUID.randomUUID();
        var number = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> {
                    for (int n = number.getAndIncrement();
                            n < FLOOD;
                            n = number.getAndIncrement()) {
                        operator.triesWithoutWaiting(text(demo, round + " " + n));
                    }
                });
            }
        }
    }

    private static ChatRequest text(Workspace workspace, String text) {
        return sms().to(workspace.member("member")).from(workspace.number("main")).saying(text);
    }

    private void arrive(String round, int expected) {
        Eventually.within(
                Duration.ofSeconds(60),
                "all arrived",
                () -> {
                    if (arrivals(round).size() < expected) {
                        throw new AssertionError("not all there yet");
                    }
                });
    }

    private double[] waits(String round) {
        var arrivals = arrivals(round);
        return system
                .tables("chat-api")
                .texts(
                        "select text || '|' || extract(epoch from created_at) * 1000 from message"
                                + " where text like '"
                                + round
                                + "%'")
                .stream()
                .map(row -> row.split("\\|"))
                .filter(row -> arrivals.containsKey(row[0]))
                .mapToDouble(row -> arrivals.getOrDefault(row[0], 0L) - Double.parseDouble(row[1]))
                .sorted()
                .toArray();
    }

    private Map<String, Long> arrivals(String round) {
        return system.phones()
                .journal()
                .path("messages")
                .valueStream()
                .filter(text -> text.path("body").asString("").startsWith(round))
                .collect(
                        Collectors.toMap(
                                text -> text.path("body").asString(""),
                                text -> text.path("at").asLong()));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
