package workspace.chats.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workspace.chats.system.RunningSystem;

/**
 * The short form of scenarios, on the system that all tests use; docs/faults.md says why some are
 * not here. {@code -Dfaults.seed} draws other moments; {@code ./chats faults} runs the long forms.
 */
class FaultsIT {

    private static final long SEED = Long.getLong("faults.seed", 1);

    private final RunningSystem system = RunningSystem.get();

    static Stream<String> scenarios() {
        return Stream.of("provider", "kafka-down", "postgres-down", "expired");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void nothingIsLostTwiceOutOfOrderOrUnanswered(String name) throws IOException {
        var scenario = Scenarios.called(name);
        var folder = Files.createDirectories(Path.of("target", "faults").toAbsolutePath());
        say(name);
        system.up();
        var verdict =
                new Session(system, Clock.systemUTC(), FaultsIT::say)
                        .run(
                                scenario,
                                scenario.shortSize(),
                                SEED,
                                Files.createTempDirectory(folder, name + "-"));

        say(name + ": " + verdict.print());
        assertThat(verdict.findings()).as(verdict.print()).isEmpty();
    }

    private static void say(String line) {
        System.out.println("Faults: " + line);
    }
}
