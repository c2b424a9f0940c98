package workspace.chats.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
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

    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    private final List<String> prefix;
    private final int owner;

    private Unprivileged(List<String> prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /** What this user on this machine needs; nothing unless root. */
    static Unprivileged here() {
        if (!isRoot()) {
            return new Unprivileged(List.of(), (int) new UnixSystem().getUid());
        }
        if (works(NAMESPACE)) {
            return new Unprivileged(NAMESPACE, ROOT);
        }
        return new Unprivileged(works(SETPRIV) ? SETPRIV : RUNUSER, NOBODY);
    }

    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /** The words to put in front of a command; each of them execs, so the process stays one. */
    List<String> prefix() {
        return prefix;
    }

    /** Hands files over to the one who will work with them, unless they are his. */
    void own(Path folder) throws IOException {
        if (!Files.getAttribute(folder, "unix:uid").equals(owner)) {
            Commands.run(List.of("chown", "-R", Integer.toString(owner), folder.toString()));
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
