package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    @TempDir private Path folder;

    @Test
    void givesBackWhatItPrints() {
        assertThat(within(Duration.ofSeconds(30)).run(bash("echo $WORD; echo two >&2")))
                .isEqualTo("one\ntwo\n");
    }

    @Test
    void showsWhatItPrinted_whenItFails() {
        assertThatThrownBy(() -> within(Duration.ofSeconds(30)).run(bash("echo no; exit 3")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed:\nno");
    }

    @Test
    void givesUp_whenItTakesTooLong() {
        assertThatThrownBy(() -> within(Duration.ofMillis(100)).run(bash("tail -f /dev/null")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("did not end");
    }

    @Test
    void endsWhatItGivesUpOn_withAllThatItStarted() throws Exception {
        var hangs = "tail -f /dev/null & echo $! > pids; echo $$ >> pids; echo up; wait";
        assertThatThrownBy(() -> untilItSays("up").run(bash(hangs)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("did not end:\nup");
        for (var pid : Files.readAllLines(folder.resolve("pids"))) {
            Eventually.within(
                    Duration.ofSeconds(60),
                    "its end",
                    () ->
                            assertThat(ProcessHandle.of(Long.parseLong(pid)))
                                    .as("process " + pid)
                                    .isEmpty());
        }
    }

    private Command untilItSays(String word) {
        return new Command(
                folder,
                Map.of(),
                (_, log) ->
                        Eventually.within(
                                Duration.ofSeconds(60),
                                word,
                                () -> assertThat(Files.readString(log)).contains(word)));
    }

    private Command within(Duration patience) {
        return new Command(folder, Map.of("WORD", "one"), patience);
    }

    private static List<String> bash(String script) {
        return List.of("bash", "-c", script);
    }
}
