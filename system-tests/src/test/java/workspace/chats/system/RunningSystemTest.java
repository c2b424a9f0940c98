package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSystemTest {

    @Test
    void hasThePortsOfBefore_whenItIsStartedAgain(@TempDir Path folder) {
        var home = folder.resolve("stack");
        var before = RunningSystem.in(home).environment();

        assertThat(RunningSystem.in(home).environment()).isEqualTo(before);
        assertThat(before).containsKeys("POSTGRES_PORT", "IDENTITY_PORT");
        assertThat(RunningSystem.in(folder.resolve("other")).environment()).isNotEqualTo(before);
    }
}
