package workspace.chats.api.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The linter of that name, which npm brings where Node is. */
final class Spectral {

    private static final String PACKAGE =
            "@stoplight/spectral-cli@"
                    + Objects.requireNonNull(System.getProperty("spectral.version"));
    private static final String RULES = "src/test/resources/contract/spectral.yaml";
    private static final int PROBLEMS_FOUND = 1; // or npm itself has failed
    private static final int DOES_NOT_END = -1;

    private Spectral() {}

    /** Whether it can be had: without Node, or a registry that answers, it cannot. */
    static boolean isThere() {
        try {
            return run(List.of("--version"), Path.of("/dev/null")) == 0;
        } catch (IOException noNode) {
            return false;
        }
    }

    /** What it finds, with the rule that was broken first. */
    static List<String> problems(Path document) {
        try {
            var found = Files.createTempFile("spectral", ".json");
            var end =
                    run(
                            List.of(
                                    "lint",
                                    "-r",
                                    RULES,
                                    "-D",
                                    "-F",
                                    "hint",
                                    "-f",
                                    "json",
                                    "--quiet",
                                    document.toString()),
                            found);
            var text = Files.readString(found);
            Files.delete(found);
            if (end != 0 && end != PROBLEMS_FOUND) {
                throw new AssertionError("spectral ended with " + end + ": " + text);
            }
            return words(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> words(String json) {
        var problems = new JsonMapper().readTree(json);
        if (!problems.isArray()) {
            throw new AssertionError("spectral did not say what it found: " + json);
        }
        return problems.valueStream()
                .map(problem ->
                        problem.path("code").asString()
                                + " "
                                + problem.path("path")
                                + " "
                                + problem.path("message").asString())
                .toList();
    }

    private static int run(List<String> arguments, Path output) throws IOException {
        var words =
                new ArrayList<>(
                        List.of(
                                "npm",
                                "exec",
                                "--yes",
                                "--prefer-offline",
                                "--package=" + PACKAGE,
                                "--",
                                "spectral"));
        words.addAll(arguments);
        var process =
                new ProcessBuilder(words)
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return process.waitFor(3, TimeUnit.MINUTES) ? process.exitValue() : DOES_NOT_END;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
