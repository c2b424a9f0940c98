package workspace.chats.local.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** What a person reads: what happens, while it happens. */
final class Output {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Output(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }

    /** One thing more is done. */
    void step(String name, String what) {
        out.printf(Locale.ROOT, "  %-20s %-28s %5.1f s%n", name, what, seconds());
    }

    /** Since the command began. */
    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
