package workspace.chats.api.body;

import java.util.regex.Pattern;

/**
 * Field names in answers. The caller chose them, so one that does not look like a field's name may
 * be anything.
 */
final class FieldName {

    private static final Pattern LIKE_A_NAME = Pattern.compile("[a-z][A-Za-z]{0,39}");
    private static final String HIDDEN = "(other)";

    private FieldName() {}

    static String shown(String name) {
        return LIKE_A_NAME.matcher(name).matches() ? name : HIDDEN;
    }

    /** {@code participants.} and 0 make {@code participants[0]}. */
    static String element(String path, int index) {
        var list = path.endsWith(".") ? path.substring(0, path.length() - 1) : path;
        return list + "[" + index + "]";
    }
}
