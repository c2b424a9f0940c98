package workspace.chats.local.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        return elsewhere == null || elsewhere.isBlank()
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

    Path allData() {
        return local().resolve("data");
    }

    Path logs() {
        return local().resolve("log");
    }

    Path apps() {
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

    /** Says that the folder is ours. */
    Path mark() {
        return local().resolve(".workspace-chats");
    }

    /** All that lie in the folder itself, but for the mark. */
    List<Path> files() {
        return List.of(ports(), secrets(), keyset(), demo(), stackJson(), lock());
    }
}
