package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import workspace.chats.local.KafkaServer;

/**
 * Fifty numbers that may send a text a second, by two instances that are killed and started in
 * turn: judged by when each request was written, which their logs tell. What the provider's journal
 * says of when it had read them is printed too. {@code ./chats bench SenderRate} runs it; {@code
 * -Drate.texts} says how many texts each number sends, {@code -Drate.restarts} how often an
 * instance is killed.
 */
class SenderRateBenchmark {

    private static final int NUMBERS = 50;
    private static final int TEXTS = Integer.getInteger("rate.texts", 300);
    private static final int RESTARTS = Integer.getInteger("rate.restarts", 4);
    private static final Duration TOLERANCE = Duration.ofMillis(50);
    private static final List<String> INSTANCES =
            List.of("channel-dispatcher-2", "channel-dispatcher");

    /**
     * The full compiler of an instance that starts would take the processors from the one that
     * sends, which on a machine of their own it does not; one text a second and number needs none.
     */
    private final RunningSystem system =
            RunningSystem.get()
                    .with(
                            Map.of(
                                    "LOGGING_LEVEL_WORKSPACE_CHATS_MESSAGING_EFFECT",
                                    "DEBUG",
                                    "CHANNEL_DISPATCHER_JVM_OPTIONS",
                                    KafkaServer.FAST_START));

    private final Clinic clinic = Clinic.in(system);
    private final String round = UUID.randomUUID().toString();

    @Test
    void isKeptAndUsed_whenInstancesAreKilledAndStarted() {
        // nobody sends until all have something to send for as long as it takes
        system.kill("channel-dispatcher");
        clinic.textsFromEach(clinic.numbers(NUMBERS), round, TEXTS);
        INSTANCES.forEach(this::start);

        for (int restart = 0; restart < RESTARTS; restart++) {
            awaitSent((restart + 1) * TEXTS / (RESTARTS + 2));
            var instance = INSTANCES.get(restart % 2);
            system.killAtOnce(instance);
            start(instance);
        }
        awaitOutcomes();

        print("read", Pace.of(system.phones(), round));
        var pace = Pace.asWritten(INSTANCES.stream().map(this::log).toList());
        print("written", pace);
        assertThat(pace.texts()).isGreaterThanOrEqualTo(sent());
        assertThat(pace.bySender()).hasSize(NUMBERS);
        assertThat(pace.shortestGap())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1).minus(TOLERANCE));
        assertThat(pace.used()).isGreaterThanOrEqualTo(0.95);
    }

    private static void print(String what, Pace pace) {
        System.out.printf(
                "Measured: %d texts of %d numbers %s at 1/s through %d kills: shortest gap %d ms, used %.1f %%"
                        + " (of the slowest number %.1f %%)%n",
                pace.texts(),
                pace.bySender().size(),
                what,
                RESTARTS,
                pace.shortestGap().toMillis(),
                100 * pace.used(),
                100 * pace.leastUsed());
    }

    private Path log(String instance) {
        return system.home().resolve("log").resolve(instance + ".log");
    }

    private int sent() {
        return Math.toIntExact(count("channel-dispatcher", "effect where state = 'accepted'"));
    }

    private void start(String instance) {
        if (instance.endsWith("-2")) {
            system.chats("start", "channel-dispatcher", "--instance", "2");
        } else {
            system.start(instance);
        }
    }

    private void awaitSent(int ofEach) {
        await(
                "each has sent " + ofEach,
                () ->
                        assertThat(count("channel-dispatcher", "effect where state = 'accepted'"))
                                .isGreaterThanOrEqualTo((long) NUMBERS * ofEach));
    }

    private void awaitOutcomes() {
        await(
                "all have an outcome",
                () -> assertThat(count("chat-api", "message where status = 'pending'")).isZero());
    }

    private static void await(String what, ThrowingRunnable assertion) {
        Eventually.within(
                Duration.ofSeconds(2L * TEXTS + 120), Duration.ofMillis(250), what, assertion);
    }

    private long count(String service, String what) {
        return system.tables(service).count("select count(*) from " + what);
    }
}
