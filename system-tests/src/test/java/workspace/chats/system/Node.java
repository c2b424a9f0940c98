package workspace.chats.system;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Node.js and its npm, in a folder with a package, on machines that have them. */
final class Node {

    private static final Pattern SINCE_20 = Pattern.compile("v([2-9]\\d|\\d{3,})\\.[\\d.]+");
    private static final Pattern UNREACHABLE =
            Pattern.compile(
                    "code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;

    Node(Path folder) {
        this.folder = folder;
    }

    /** Whether there is one of 20 or later. */
    boolean isHere() {
        try {
            npm(Map.of(), "--version");
            return SINCE_20.matcher(runs(Map.of(), "node", "--version").strip()).matches();
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    /**
     * Installs what the lock file says, and nothing else.
     *
     * @return false when npm reaches no registry
     */
    boolean installs() {
        try {
            npm(Map.of(), "ci", "--prefer-offline", "--fetch-retries=1");
            return true;
        } catch (AssertionError failed) {
            if (UNREACHABLE.matcher(String.valueOf(failed.getMessage())).find()) {
                return false;
            }
            throw failed;
        }
    }

    /**
     * Runs one of the package's scripts.
     *
     * @return what it printed
     */
    String script(String name, Map<String, String> environment) {
        return npm(environment, "run", "--silent", name);
    }

    private String npm(Map<String, String> environment, String... words) {
        return runs(
                environment,
                Stream.concat(Stream.of("npm"), Stream.of(words)).toArray(String[]::new));
    }

    private String runs(Map<String, String> environment, String... words) {
        return new Command(folder, environment, PATIENCE).run(List.of(words));
    }
}
