package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import workspace.chats.local.Commands;

class ProcessesTest {

    private static final List<String> SLEEP = List.of("sh", "-c", "echo $WORD; exec sleep 60");

    @TempDir private Path root;

    private Home home;
    private Processes processes;

    @BeforeEach
    void create() {
        home = new Home(root);
        new HomeFolder(home).make();
        processes = new Processes(home);
    }

    @AfterEach
    void killWhatIsLeft() {
        processes
                .all()
                .forEach(running -> running.handle().ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void knowsAProcessAfterItsLauncherHasGone_untilItDies() {
        var process = processes.start("chat-api", 8080, "b1", SLEEP, Map.of("WORD", "hello"));

        var others = new Processes(home);
        var running = others.find("chat-api").orElseThrow();
        assertThat(running.pid()).isEqualTo(process.pid());
        assertThat(running.build()).isEqualTo("b1");
        assertThat(others.all()).containsExactly(running);
        await().untilAsserted(
                        () -> assertThat(home.log("chat-api")).content().isEqualTo("hello\n"));

        process.destroyForcibly();
        await().until(() -> others.find("chat-api").isEmpty());
        assertThat(others.all()).isEmpty();
    }

    @Test
    void detachesAProcess_soThatCtrlCDoesNotReachIt() {
        var process = processes.start("kafka", 1, "", SLEEP, Map.of());
        await().untilAsserted(() ->
                assertThat(groupOf(process.pid())).isEqualTo(Long.toString(process.pid())));
        assertThat(groupOf(process.pid())).isNotEqualTo(groupOf(ProcessHandle.current().pid()));
    }

    @Test
    void doesNotTakeAStrangerForItsOwn_whenAProcessIdIsUsedAgain() {
        long stranger = ProcessHandle.current().pid();
        String mark = ProcessMark.of(stranger).orElseThrow();
        assertThat(new Running("kafka", stranger, mark, 1, "").isAlive()).isTrue();
        assertThat(new Running("kafka", stranger, mark + "0", 1, "").isAlive()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void takesADeadProcessThatNobodyBuriesForDead() throws IOException {
        var parent = new ProcessBuilder("sh", "-c", "sleep 0.01 & exec sleep 60").start();
        try {
            await().until(() -> parent.children().findAny().isPresent());
            var child = parent.children().findFirst().orElseThrow();
            await().untilAsserted(() -> assertThat(ProcessMark.of(child.pid())).isEmpty());
            assertThat(Files.exists(Path.of("/proc", Long.toString(child.pid())))).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }

    private static String groupOf(long pid) {
        return Commands.run(List.of("ps", "-o", "pgid=", "-p", Long.toString(pid))).strip();
    }
}
