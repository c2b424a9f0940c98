package workspace.chats.local.dlt;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said with everything that is done to letters. */
final class Why {

    private static final int LONGEST_REASON = 200;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why; noted with who and when, so nothing personal")
    private String reason = "";

    @Option(names = "--dry-run", description = "say what would be done, and do nothing")
    private boolean dryRun;

    @Option(names = "--all-open", description = "all letters that nobody has dealt with")
    private boolean allOpen;

    /** Throws {@link CommandFailed} when it is not clear which letters are meant, or why. */
    void require(Selection selection) {
        if (selection.isEmpty() && !allOpen) {
            throw CommandFailed.misuse("Say which letters, or --all-open");
        }
        if (reason.isBlank()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw CommandFailed.misuse("--reason must be one line of 1 to 200 characters");
        }
    }

    boolean isDryRun() {
        return dryRun;
    }

    Deed deed(String who, Action action, @Nullable UUID newEventId) {
        return new Deed(who, action, reason.strip(), newEventId);
    }

    static String leftAlone(DeadLetter letter) {
        return "left " + letter.place() + ": somebody dealt with it meanwhile";
    }

    String sum(int letters, String done) {
        if (letters == 0) {
            return "No such dead letters are open.";
        }
        var count = letters == 1 ? "1 letter" : letters + " letters";
        return dryRun
                ? count + " would be " + done + "; nothing was done."
                : count + " " + done + ".";
    }
}
