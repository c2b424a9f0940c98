package workspace.chats.local.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workspace.chats.local.Commands;
import workspace.chats.local.Folders;

/**
 * A program in the form in which it runs: a copy of what Maven built, so that a new build does not
 * pull the rug from under a running process.
 *
 * @param built the jar that Maven made
 * @param folder where the copy lies
 */
record App(Path built, Path folder) {

    private static final String LOCAL_STACK = "local-stack";
    private static final String LIB = "lib";
    private static final Map<Path, Object> ONE_AT_A_TIME = new ConcurrentHashMap<>();

    static App of(Home home, Program program) {
        return of(home, program.processName());
    }

    /** Kafka and the pretended outside world. */
    static App ofLocalStack(Home home) {
        return of(home, LOCAL_STACK);
    }

    private static App of(Home home, String module) {
        Path built = home.root().resolve(module).resolve("target").resolve(module + ".jar");
        return new App(built, home.app(module));
    }

    /** Changes whenever the jar is built anew. Throws {@link CannotDo} when there is none. */
    String build() {
        try {
            return Files.size(built) + "-" + Files.getLastModifiedTime(built).toMillis();
        } catch (IOException e) {
            throw new CannotDo("Not built: " + built);
        }
    }

    Path jar() {
        return folder.resolve(built.getFileName());
    }

    /** The jar and its libraries. */
    String classPath() {
        return jar() + File.pathSeparator + folder.resolve(LIB).resolve("*");
    }

    /** Makes the copy, unless it is of this build. */
    void prepare() {
        synchronized (ONE_AT_A_TIME.computeIfAbsent(folder, any -> new Object())) {
            prepareAlone();
        }
    }

    private void prepareAlone() {
        Path stamp = folder.resolve("build");
        try {
            if (Files.exists(stamp) && Files.readString(stamp).equals(build())) {
                return;
            }
            Folders.delete(folder);
            if (built.endsWith(LOCAL_STACK + ".jar")) {
                copy();
            } else {
                takeApart();
            }
            Files.writeString(stamp, build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy() throws IOException {
        Path lib = Files.createDirectories(folder.resolve(LIB));
        Files.copy(built, jar());
        try (var libraries = Files.list(built.resolveSibling(LIB))) {
            for (Path library : libraries.toList()) {
                Files.copy(library, lib.resolve(library.getFileName()));
            }
        }
    }

    /** A jar with jars in it starts slowly. */
    private void takeApart() {
        Commands.run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        built.toString(),
                        "extract",
                        "--destination",
                        folder.toString()));
    }
}
