package workspace.chats.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Commands that outlive their terminal: in a session of their own, Ctrl-C does not reach them. */
public final class Detached {

    private static final String PERL = "use POSIX; POSIX::setsid(); exec @ARGV or die $!";

    private Detached() {}

    /** The same command, detached; it execs, so the process id stays the one that was started. */
    public static List<String> command(List<String> command) {
        if (isThere("setsid")) {
            return Commands.join(List.of("setsid"), command);
        }
        return isThere("perl")
                ? Commands.join(List.of("perl", "-e", PERL, "--"), command)
                : command;
    }

    private static boolean isThere(String program) {
        return List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
