package workspace.chats.local;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;

/** The class path of this process, as short as it was given: process lists cut long lines. */
final class ClassPath {

    private static final String LIB = "lib";

    private ClassPath() {}

    /** For starting another class of ours in a process of its own. */
    static String own() {
        return shortened(System.getProperty("java.class.path"));
    }

    static String shortened(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(ClassPath::wildcard)
                .distinct()
                .collect(joining(File.pathSeparator));
    }

    private static String wildcard(String entry) {
        Path folder = Path.of(entry).getParent();
        return folder != null && folder.endsWith(LIB) && entry.endsWith(".jar")
                ? folder.resolve("*").toString()
                : entry;
    }
}
