package workspace.chats.system.killpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
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

    /** Most batches ask nothing of a service; after those it would die with nothing committed. */
    @Test
    void aConsumerDiesBehindItsTransactionOnly() throws IOException {
        var point =
                points().filter(it -> it.name().equals("committed-before-the-offset")).findFirst();
        for (var service : point.orElseThrow().services()) {
            var calls = calls(inserted(new Insertion(point.orElseThrow()), service));
            assertThat(beforeVisits(calls))
                    .as(service)
                    .containsExactly("workspace/chats/messaging/wall/OpenWorkspaces.runWith");
        }
    }

    private static int insertions(KillPoint point, String service) throws IOException {
        var insertion = new Insertion(point);
        assertThat(inserted(insertion, service)).isNotEmpty();
        return insertion.count();
    }

    private static byte[] inserted(Insertion insertion, String service) throws IOException {
        var owner = insertion.point().owner();
        var bytes = classFile(owner + ".class", service);
        assertThat(bytes).as(owner + " in " + service).isPresent();
        return insertion.into(bytes.orElseThrow(), KillPoint.class.getClassLoader());
    }

    /** All that a class calls, in the order of its code. */
    private static List<String> calls(byte[] classFile) {
        return ClassFile.of().parse(classFile).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(CodeModel::elementStream)
                .filter(InvokeInstruction.class::isInstance)
                .map(call -> Insertion.called((InvokeInstruction) call))
                .toList();
    }

    private static List<String> beforeVisits(List<String> calls) {
        return IntStream.range(1, calls.size())
                .filter(at -> calls.get(at).endsWith("/killpoint/Visits.at"))
                .mapToObj(at -> calls.get(at - 1))
                .toList();
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
