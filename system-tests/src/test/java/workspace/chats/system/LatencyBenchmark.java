package workspace.chats.system;

import static workspace.chats.system.ChatRequest.sms;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * How long from the chat's transaction to the provider's door: 500 chats at 20 per second, three
 * times (the first warms up). Not part of the tests: {@code ./chats bench} runs it.
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
        report(repetition.getCurrentRepetition(), Waits.of(system, round));
    }

    private ChatRequest text(String text) {
        return sms().to(demo.member("member")).from(demo.number("main")).saying(text);
    }

    private void arrived(String round, int expected) {
        if (system.phones().arrivals(round).size() < expected) {
            throw new AssertionError("not all there yet");
        }
    }

    private static void report(int repetition, Waits waits) {
        System.out.printf(
                "Measured: commit to provider, run %d: %d texts, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                repetition,
                waits.count(),
                waits.at(0.50),
                waits.at(0.90),
                waits.at(0.99),
                waits.at(1));
    }
}
