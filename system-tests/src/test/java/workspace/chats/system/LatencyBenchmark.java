package workspace.chats.system;

import static workspace.chats.system.ChatRequest.sms;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * How long from the chat's transaction to the provider's door: 500 chats at 20 per second, three
 * times (the first warms up). Not part of the tests: {@code ./chats bench} runs it. The start is
 * the message's {@code created_at}, taken just before the commit, so the figure includes the
 * commit; the end is the simulator's clock when the whole request was read. Both clocks are this
 * machine's.
 */
class LatencyBenchmark {

    private static final int CHATS = 500;

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");

    @RepeatedTest(3)
    void fromCommitToProvider(RepetitionInfo repetition) {
        var round = UUID.randomUUID().toString();
        var load = Load.of(20, demo.as("operator"), number -> text(round + " " + number));
        try (load) {
            load.goesOnFor(CHATS, Duration.ofSeconds(CHATS));
        }
        Eventually.within(
                Duration.ofSeconds(30),
                "all arrived",
                () -> arrived(round, load.acknowledged().size()));
        report(repetition.getCurrentRepetition(), latencies(round));
    }

    private ChatRequest text(String text) {
        return sms().to(demo.member("member")).from(demo.number("main")).saying(text);
    }

    private void arrived(String round, int expected) {
        if (arrivals(round).size() < expected) {
            throw new AssertionError("not all there yet");
        }
    }

    private double[] latencies(String round) {
        var arrivals = arrivals(round);
        return system
                .tables("chat-api")
                .texts(
                        "select text || '|' || extract(epoch from created_at) * 1000 from message where text like '"
                                + round
                                + "%'")
                .stream()
                .map(row -> row.split("\\|"))
                .mapToDouble(row ->
                        arrivals.getOrDefault(row[0], Long.MAX_VALUE) - Double.parseDouble(row[1]))
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

    private static void report(int repetition, double[] sorted) {
        System.out.printf(
                "Measured: commit to provider, run %d: %d texts, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                repetition,
                sorted.length,
                at(sorted, 0.50),
                at(sorted, 0.90),
                at(sorted, 0.99),
                Arrays.stream(sorted).max().orElse(0));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
