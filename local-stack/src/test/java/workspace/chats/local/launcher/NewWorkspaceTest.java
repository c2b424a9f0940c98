package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewWorkspaceTest {

    @Test
    void takesItsOptionsInAnyOrder() {
        assertThat(wish("create|--admin|auth0-ann|--name| Clinic "))
                .isEqualTo(new NewWorkspace("Clinic", "auth0-ann", "Administrator"));
        assertThat(wish("create|--name|Clinic|--admin|ann|--display-name|Ann B"))
                .isEqualTo(new NewWorkspace("Clinic", "ann", "Ann B"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create",
                "remove|--name|Clinic|--admin|ann",
                "create|--name|Clinic",
                "create|--admin|ann",
                "create|--name|Clinic|--admin",
                "create|--name|Clinic|--admin|ann|--name|Other",
                "create|--name|Clinic|--admin|ann|--colour|blue"
            })
    void saysHowToSayIt(String words) {
        assertThatThrownBy(() -> wish(words))
                .isInstanceOf(CannotDo.class)
                .hasMessageStartingWith("Say ./chats workspace create --name NAME");
    }

    @Test
    void namesEachOptionThatCannotBeKept() {
        assertThatThrownBy(() -> wish("create|--name| |--admin|a\nb"))
                .isInstanceOf(CannotDo.class)
                .hasMessage("--admin and --name must be one line of 1 to 200 characters");
        assertThatThrownBy(() -> wish("create|--name|" + "x".repeat(201) + "|--admin|ann"))
                .hasMessageStartingWith("--name must be");
    }

    private static NewWorkspace wish(String words) {
        return NewWorkspace.of(List.of(words.split("\\|")));
    }
}
