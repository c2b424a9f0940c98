package workspace.chats.local.dlt;

/** The command cannot go on; the message says why, and quotes nothing of a letter. */
public final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailed(String message, int exitCode) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    public CommandFailed(String message) {
        this(message, 1);
    }

    /** It was not said as it must be. */
    public static CommandFailed misuse(String message) {
        return new CommandFailed(message, 2);
    }

    int exitCode() {
        return exitCode;
    }
}
