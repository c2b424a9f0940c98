package workspace.chats.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own root is nobody, yet still owns
 * its files; where such namespaces are forbidden, the user {@code nobody} takes over.
 */
final class Unprivileged {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> SETPRIV =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    private static final List<String> RUNUSER = List.of("runuser", "-u", "nobody", "--");

    private final List<String> prefix;
    private final boolean ownsFiles;

    private Unprivileged(List<String> prefix, boolean ownsFiles) {
        this.prefix = prefix;
        this.ownsFiles = ownsFiles;
    }

    /** What this user on this machine needs; nothing unless root. */
    static Unprivileged here() {
        if (!isRoot()) {
            return new Unprivileged(List.of(), true);
        }
        if (works(NAMESPACE)) {
            return new Unprivileged(NAMESPACE, true);
        }
        return new Unprivileged(works(SETPRIV) ? SETPRIV : RUNUSER, false);
    }

    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /** The words to put in front of a command; each of them execs, so the process stays one. */
    List<String> prefix() {
        return prefix;
    }

    /** Hands a folder that we made to the user who will work in it. */
    void own(Path folder) {
        if (!ownsFiles) {
            Commands.run(List.of("chown", "-R", "65534:65534", folder.toString()));
        }
    }

    private static boolean works(List<String> prefix) {
        try {
            var process = new ProcessBuilder(Commands.join(prefix, List.of("true"))).start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
