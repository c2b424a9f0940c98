package workspace.chats.local.dlt;

import java.util.regex.Pattern;
import workspace.chats.events.EventType;

/**
 * Text of a letter on an operator's screen. Whoever broke the letter may have put anything into it,
 * so that only ids, times, small numbers and words of our own are shown; of the rest, its length.
 */
final class Shown {

    private static final String PROGRAM =
            "(chat-api|assignment-service|channel-dispatcher|voice-caller)";
    private static final Pattern HARMLESS =
            Pattern.compile(
                    """
                    (?x)
                      [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}     # id
                    | [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,20}Z     # time
                    | 00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}      # trace
                    | [0-9]{1,9} | [0-9]{1,3}(\\.[0-9]{1,3}){1,2}   # number, version, provider's code
                    | (chat|assignment|dispatch|call)\\.events(\\.PROGRAM\\.(dlt|replay))?
                    | (/workspace-chats)?/PROGRAM                   # source
                    """
                            .replace("PROGRAM", PROGRAM));
    private static final Pattern VERSION = Pattern.compile("\\.v[0-9]{1,3}$");

    private Shown() {}

    static String of(String text) {
        return isHarmless(text) ? text : "(%d characters, not shown)".formatted(text.length());
    }

    static boolean isHarmless(String text) {
        return HARMLESS.matcher(text).matches() || KnownWords.contain(text) || isType(text);
    }

    /** Of any version: an older command sees the letters of newer consumers too. */
    private static boolean isType(String text) {
        var kind = VERSION.matcher(text).replaceFirst("");
        return !kind.equals(text) && EventType.ofWireName(kind + ".v1").isPresent();
    }
}
