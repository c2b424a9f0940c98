package workspace.chats.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir private Path home;

    @Test
    void staysTheSame() {
        assertThat(SigningKey.in(home)).isEqualTo(SigningKey.in(home));
    }

    @Test
    void isOneKey_whenSeveralAskForItAtOnce() throws Exception {
        Callable<String> ask = () -> SigningKey.in(home).getKeyID();
        try (var askers = Executors.newFixedThreadPool(4)) {
            var answers = askers.invokeAll(Stream.generate(() -> ask).limit(4).toList());
            assertThat(answers.stream().map(Future::resultNow).collect(Collectors.toSet()))
                    .hasSize(1);
        }
    }

    @Test
    void liesInOneFileThatOnlyItsOwnerReads() throws IOException {
        SigningKey.in(home);
        try (var files = Files.list(home.resolve("identity"))) {
            assertThat(files.map(SigningKeyTest::nameAndPermissions))
                    .containsExactly("signing-key.json rw-------");
        }
    }

    private static String nameAndPermissions(Path file) {
        try {
            return file.getFileName()
                    + " "
                    + PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
