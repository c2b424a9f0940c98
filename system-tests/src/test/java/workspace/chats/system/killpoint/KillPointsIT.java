package workspace.chats.system.killpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A point that nobody can reach would kill nobody, and prove nothing. */
class KillPointsIT {

    private static final Path ROOT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    static Stream<KillPoint> points() {
        return KillPoint.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("points")
    void everyPointIsInTheJarsOfItsServices(KillPoint point) throws IOException {
        for (var service : point.services()) {
            assertThat(insertions(point, service)).as(point.name() + " in " + service).isPositive();
        }
    }

    @Test
    void aPointThatIsNotThereIsMissed() throws IOException {
        var gone =
                new KillPoint(
                        "gone",
                        "workspace/chats/messaging/inbox/Inbox",
                        "recieve",
                        KillPoint.Where.ENTRY,
                        "",
                        KillPoint.ALL.getFirst().services());
        assertThat(insertions(gone, "chat-api")).isZero();
    }

    private static int insertions(KillPoint point, String service) throws IOException {
        var insertion = new Insertion(point);
        var bytes = classFile(point.owner() + ".class", service);
        assertThat(bytes).as(point.owner() + " in " + service).isPresent();
        assertThat(insertion.into(bytes.orElseThrow(), KillPoint.class.getClassLoader()))
                .isNotEmpty();
        return insertion.count();
    }

    /** From the service's own classes, or from a jar within its jar. */
    private static Optional<byte[]> classFile(String name, String service) throws IOException {
        var path = ROOT.resolve(service).resolve("target").resolve(service + ".jar");
        try (var jar = new JarFile(path.toFile())) {
            var own = jar.getEntry("BOOT-INF/classes/" + name);
            if (own != null) {
                return Optional.of(jar.getInputStream(own).readAllBytes());
            }
            for (var library : jar.stream().filter(entry -> isLibrary(entry.getName())).toList()) {
                var found = inside(jar.getInputStream(library).readAllBytes(), name);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    private static boolean isLibrary(String name) {
        return name.startsWith("BOOT-INF/lib/")
                && (name.contains("shared-") || name.contains("httpcore5-"));
    }

    private static Optional<byte[]> inside(byte[] jar, String name) throws IOException {
        try (var entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (var entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return Optional.of(entries.readAllBytes());
                }
            }
            return Optional.empty();
        }
    }
}
