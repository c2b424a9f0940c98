package workspace.chats.messaging.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * PostgreSQL and Kafka as children of the local stack's {@code TestEngines}, a process of its own
 * that ends with this one. They may be taken away and brought back.
 */
public final class LocalEngines {

    private static final String MAIN = "workspace.chats.local.TestEngines";

    private final EngineAddresses addresses;
    private final BufferedReader answers;
    private final PrintStream wishes;

    private LocalEngines(Process process) {
        wishes = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        addresses = JsonMapper.shared().readValue(answer(), EngineAddresses.class);
    }

    static LocalEngines start() {
        try {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return new LocalEngines(
                    new ProcessBuilder(
                                    java,
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-Xmx64m",
                                    "-cp",
                                    classPath(),
                                    MAIN)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    EngineAddresses addresses() {
        return addresses;
    }

    /** {@code start}, {@code stop} or {@code kill} an engine, until it is done. */
    synchronized void tell(String verb, String engine) {
        wishes.println(verb + " " + engine);
        var answer = answer();
        if (!answer.equals("ok")) {
            throw new IllegalStateException(verb + " " + engine + ": " + answer);
        }
    }

    private String answer() {
        try {
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the engines' process ended, see its words above");
            }
            return line;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The module's jar or classes, and {@code target/lib} beside it. */
    private static String classPath() {
        var code = code();
        var lib = code.resolveSibling("lib");
        if (!Files.isDirectory(lib)) {
            throw new IllegalStateException(
                    lib + " is missing: engines need local-stack at phase package (mvn verify)");
        }
        return code + File.pathSeparator + lib + File.separator + "*";
    }

    private static Path code() {
        try {
            var main = Class.forName(MAIN, false, LocalEngines.class.getClassLoader());
            return Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException("local-stack is not on the test class path", missing);
        }
    }
}
