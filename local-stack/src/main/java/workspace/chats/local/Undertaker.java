package workspace.chats.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Ends the engines and removes their folder when this process ends, however it ends: a shell of its
 * own session waits for the other end of its standard input to close.
 */
final class Undertaker {

    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            while read -r name pid; do
                case $name in
                    postgres) postgres=$pid ;;
                    kafka) kafka=$pid ;;
                esac
            done
            [ -z "$kafka" ] || kill -KILL "$kafka"
            if [ -n "$postgres" ]; then
                kill -QUIT "$postgres"
                tries=0
                while kill -0 "$postgres" && [ $tries -lt 50 ]; do
                    sleep 0.1
                    tries=$((tries + 1))
                done
                kill -KILL "$postgres"
            fi
            rm -rf -- "$1"
            """;

    private final Process shell;
    private final PrintStream words;

    private Undertaker(Process shell) {
        this.shell = shell;
        this.words = new PrintStream(shell.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static Undertaker of(Path folder) {
        var command = List.of("sh", "-c", SCRIPT, "undertaker", folder.toString());
        try {
            return new Undertaker(
                    new ProcessBuilder(Detached.command(command))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An engine has got a process, or lost it. */
    void note(String engine, OptionalLong pid) {
        words.println(engine + " " + (pid.isPresent() ? pid.getAsLong() : ""));
    }

    /** Does it now and waits for it. */
    void bury() {
        words.close();
        shell.onExit().join();
    }
}
