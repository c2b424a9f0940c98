package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever folder is named, nobody else's things are touched. */
class HomeFolderTest {

    @TempDir private Path root;

    private Home home;
    private HomeFolder folder;

    @BeforeEach
    void arrange() {
        home = Home.of(root, Map.of("CHATS_HOME", root.resolve("a/home").toString()));
        folder = new HomeFolder(home);
    }

    @Test
    void isMadeWhereThereIsNone_andKnownAgain() throws IOException {
        folder.make();
        assertThat(rights(home.local())).isEqualTo("rwx--x--x");
        assertThat(rights(home.logs())).isEqualTo("rwx------");
        assertThat(folder.isOurs()).isTrue();
        folder.make();
    }

    @Test
    void takesAnEmptyFolder_withTheRightsThatItHas() throws IOException {
        Files.createDirectories(home.local());
        Files.setPosixFilePermissions(home.local(), PosixFilePermissions.fromString("rwxr-x---"));
        folder.make();
        assertThat(rights(home.local())).isEqualTo("rwxr-x---");
        assertThat(folder.isOurs()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "lock", "secrets.json", "run/x.pid"})
    void refusesAFolderWithOtherThingsInIt(String thing) throws IOException {
        put(thing);
        assertThatThrownBy(folder::make)
                .isInstanceOf(CannotDo.class)
                .hasMessageStartingWith(home.local() + " has other things in it");
        assertThat(folder.isOurs()).isFalse();
        assertThat(home.mark()).doesNotExist();
        assertThat(home.allData()).doesNotExist();
    }

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        Files.createDirectories(home.local().getParent());
        Files.writeString(home.local(), "a note");
        assertThatThrownBy(folder::make).isInstanceOf(CannotDo.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "secrets.json"})
    void knowsAHomeOfAnEarlierVersion(String file) throws IOException {
        put(file);
        Files.createDirectories(home.processes());
        assertThat(folder.isOurs()).isTrue();
        folder.make();
        assertThat(home.mark()).exists();
    }

    @Test
    void goesAwayAsAWhole() throws IOException {
        folder.make();
        for (Path file : home.files()) {
            Files.writeString(file, "");
        }
        put("data/postgres/base/1");
        put("data/postgres.password");
        put("data/kafka/chat.events-0/0.log");
        put("log/chat-api.old.log");
        put("run/kafka.json");
        put("apps/voice-caller/lib/some.jar");
        put(".4711.new");
        folder.erase();
        assertThat(home.local()).doesNotExist();
        assertThat(root.resolve("a")).exists();
    }

    @Test
    void leavesTheThingsOfOthers_andStaysAHome() throws IOException {
        folder.make();
        var others = new String[] {"notes.txt", "data/survey.csv", "apps/game", "log/diary"};
        for (var thing : others) {
            put(thing);
        }
        put("data/postgres/base/1");
        folder.erase();
        for (var thing : others) {
            assertThat(home.local().resolve(thing)).exists();
        }
        assertThat(home.data("postgres")).doesNotExist();
        assertThat(home.processes()).doesNotExist();
        folder.make();
    }

    @Test
    void isTheUsualOne_whenTheShellNamesNone() {
        assertThat(Home.of(root, Map.of("CHATS_HOME", " "))).isEqualTo(new Home(root));
        assertThat(Home.of(root, Map.of())).isEqualTo(new Home(root));
    }

    private void put(String thing) throws IOException {
        var file = home.local().resolve(thing);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private static String rights(Path of) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(of));
    }
}
