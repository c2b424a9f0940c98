package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier launcher began, before it was interrupted. */
class StarterTest {

    @TempDir private Path root;

    private Processes processes;
    private Starter starter;

    @BeforeEach
    void begin() {
        var home = new Home(root);
        new HomeFolder(home).make();
        processes = new Processes(home);
        starter =
                new Starter(
                        home, processes, new Output(new PrintStream(new ByteArrayOutputStream())));
        processes.start("slow", 1, "", List.of("sleep", "60"), Map.of());
    }

    @AfterEach
    void kill() {
        processes
                .all()
                .forEach(running -> running.handle().ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    @Timeout(10)
    void isGivenAsMuchTimeAsIfItWereBegunNow() {
        assertThatThrownBy(() -> starter.start(new Slow(Duration.ofMillis(200))))
                .isInstanceOf(CannotDo.class)
                .hasMessageStartingWith("slow runs but does not answer within 0 s");
    }

    @Test
    void mayTakeMinutes_whateverItIs() {
        var settings =
                new Settings(
                        new Home(root),
                        PortPlan.of(Map.of()),
                        new Secrets("p", "q", "AC1", "t"),
                        Map.of());
        assertThat(Parts.of(settings, List.of()).all())
                .extracting(Component::patience)
                .containsOnly(Duration.ofMinutes(3));
    }

    private record Slow(Duration patience) implements Component {
        @Override
        public String name() {
            return "slow";
        }

        @Override
        public List<Integer> ports() {
            return List.of(1);
        }

        @Override
        public void start(Spawn spawn) {
            throw new AssertionError("it runs already");
        }

        @Override
        public boolean serves() {
            return false;
        }
    }
}
