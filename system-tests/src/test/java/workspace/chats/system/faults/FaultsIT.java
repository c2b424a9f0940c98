package workspace.chats.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workspace.chats.system.RunningSystem;
import workspace.chats.system.history.History;
import workspace.chats.system.history.Verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * The short form of scenarios, on the system that all tests use. {@code -Dfaults.seed} draws other
 * moments; {@code ./chats faults} runs the long forms.
 */
class FaultsIT {

    private static final long SEED = Long.getLong("faults.seed", 1);

    private final RunningSystem system = RunningSystem.get();

    static Stream<String> scenarios() {
        return Stream.of("kills");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void nothingIsLostTwiceOutOfOrderOrUnanswered(String name) throws IOException {
        var scenario = Scenarios.called(name);
        var folder = Files.createDirectories(Path.of("target", "faults").toAbsolutePath());
        var verdict = run(scenario, Files.createTempDirectory(folder, name + "-"));

        assertThat(verdict.findings()).as(verdict.print()).isEmpty();
    }

    private Verdict run(Scenario scenario, Path folder) {
        system.up();
        var troubled = system.with(scenario.environment(folder));
        scenario.prepare(folder);
        restart(scenario.needing(), troubled);
        try (var history = History.in(folder)) {
            return new Run(
                            troubled,
                            scenario,
                            scenario.shortSize(),
                            SEED,
                            history,
                            Clock.systemUTC(),
                            line -> System.out.println("Faults: " + scenario.name() + ": " + line))
                    .judge();
        } finally {
            restart(scenario.needing(), system);
        }
    }

    /** With other variables. */
    private static void restart(List<String> services, RunningSystem system) {
        services.stream().filter(system::isAlive).forEach(system::killAtOnce);
        if (!services.isEmpty()) {
            system.up();
        }
    }
}
