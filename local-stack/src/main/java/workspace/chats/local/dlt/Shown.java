package workspace.chats.local.dlt;

import java.util.regex.Pattern;

/**
 * Text of a letter on an operator's screen. Whoever broke the letter may have put anything into it,
 * so that only ids, codes, times and small numbers are shown; of the rest, its length.
 */
final class Shown {

    private static final Pattern HARMLESS =
            Pattern.compile(
                    """
                    (?x)
                      [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}     # id
                    | [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,20}Z     # time
                    | 00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}      # trace
                    | [0-9]{1,9} | [0-9]{1,3}\\.[0-9]{1,3}          # number
                    | /?[A-Za-z][A-Za-z0-9_./-]{0,99}               # code, topic, source
                    """);

    private Shown() {}

    static String of(String text) {
        return isHarmless(text) ? text : "(%d characters, not shown)".formatted(text.length());
    }

    static boolean isHarmless(String text) {
        return HARMLESS.matcher(text).matches();
    }
}
