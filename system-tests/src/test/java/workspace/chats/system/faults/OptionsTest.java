package workspace.chats.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.system.faults.Options.NotUnderstood;

/** What may be typed after {@code ./chats faults}. */
class OptionsTest {

    @Test
    void takesWhatTheHelpSays() {
        var options =
                Options.of(List.of("--seed", "7", "--rounds", "3", "--short", "provider", "kills"));

        assertThat(options.seed()).hasValue(7);
        assertThat(options.rounds()).hasValue(3);
        assertThat(options.isShort()).isTrue();
        assertThat(options.scenarios()).containsExactly("provider", "kills");
    }

    @Test
    void takesAFolder() {
        assertThat(Options.of(List.of("--check", "/tmp/run")).check())
                .isEqualTo(Path.of("/tmp/run"));
        assertThat(Options.of(List.of("--resume", "/tmp/run")).resume())
                .isEqualTo(Path.of("/tmp/run"));
    }

    @Test
    void takesAFolderFromWhereTheLauncherIs() {
        assertThat(Options.of(List.of("--resume", ".faults/kills-1")).resume())
                .isEqualTo(Path.of("../.faults/kills-1").toAbsolutePath().normalize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed", "--seed x", "--rounds 0", "--resume", "flood", "--sede 1"})
    void refusesWhatItDoesNotUnderstand(String words) {
        assertThatThrownBy(() -> Options.of(List.of(words.split(" "))))
                .isInstanceOf(NotUnderstood.class)
                .hasMessageContaining("Say ./chats faults");
    }

    @Test
    void everyScenarioHasANameOfItsOwn() {
        assertThat(Scenarios.ALL).extracting(Scenario::name).doesNotHaveDuplicates();
    }
}
