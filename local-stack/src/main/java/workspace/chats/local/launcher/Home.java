package workspace.chats.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where one installation keeps its things.
 *
 * @param root the repository, which has the built jars
 * @param local the folder for data, logs and secrets
 */
record Home(Path root, Path local) {

    Home(Path root) {
        this(root, root.resolve(".local"));
    }

    /** In {@code .local} of the repository, or wherever {@code CHATS_HOME} says. */
    static Home of(Path root, Map<String, String> shell) {
        var elsewhere = shell.get("CHATS_HOME");
        return elsewhere == null
                ? new Home(root)
                : new Home(root, Path.of(elsewhere).toAbsolutePath());
    }

    Path data(String process) {
        return allData().resolve(process);
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    Path app(String module) {
        return apps().resolve(module);
    }

    private Path allData() {
        return local().resolve("data");
    }

    private Path logs() {
        return local().resolve("log");
    }

    private Path apps() {
        return local().resolve("apps");
    }

    Path processes() {
        return local().resolve("run");
    }

    Path ports() {
        return local().resolve("ports.json");
    }

    Path secrets() {
        return local().resolve("secrets.json");
    }

    Path keyset() {
        return local().resolve("keyset.json");
    }

    Path demo() {
        return local().resolve("demo.json");
    }

    Path stackJson() {
        return local().resolve("stack.json");
    }

    Path lock() {
        return local().resolve("lock");
    }

    boolean exists() {
        return Files.exists(local());
    }

    /** Only its owner looks in; PostgreSQL's user may have to pass through to its own folder. */
    void create() {
        try {
            Files.createDirectories(local());
            Files.setPosixFilePermissions(local(), only("rwx--x--x"));
            makeFolder(allData(), "rwx--x--x");
            for (Path folder : privateFolders()) {
                makeFolder(folder, "rwx------");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> privateFolders() {
        return List.of(data("kafka"), data("local-stack"), logs(), apps(), processes());
    }

    private static void makeFolder(Path folder, String permissions) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(only(permissions)));
    }

    private static Set<PosixFilePermission> only(String permissions) {
        return PosixFilePermissions.fromString(permissions);
    }
}
