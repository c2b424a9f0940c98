package workspace.chats.api.body;

/**
 * What can be said about a text without knowing what it is for. Characters are Unicode code points.
 */
public final class Texts {

    private Texts() {}

    /** PostgreSQL keeps no NUL, and UTF-8 has no half of a pair. */
    static boolean canBeKept(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    public static boolean isLongerThan(int atMost, String text) {
        return text.length() > atMost && text.codePointCount(0, text.length()) > atMost;
    }

    public static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c ->
                        Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c));
    }

    /** Line and paragraph separators break lines as control characters do. */
    public static boolean hasControlCharacter(String text) {
        return text.codePoints()
                .anyMatch(c ->
                        Character.isISOControl(c)
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
    }
}
