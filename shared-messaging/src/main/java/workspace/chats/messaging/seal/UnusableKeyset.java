package workspace.chats.messaging.seal;

import java.nio.file.Path;

/** Without its keys a service cannot do its work, so it does not start. */
final class UnusableKeyset extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableKeyset(Path file, String problem) {
        super("SEALING_KEYSET_FILE: " + file + " " + problem, null, false, false);
    }
}
