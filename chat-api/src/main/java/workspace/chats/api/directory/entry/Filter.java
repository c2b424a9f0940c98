package workspace.chats.api.directory.entry;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted. Conditions are SQL of ours; what callers say travels as parameters. */
public final class Filter {

    private final StringBuilder conditions = new StringBuilder("workspace_id = :workspace");
    private final Map<String, Object> values = new HashMap<>();

    /**
     * Narrows it, if there is a value.
     *
     * @param condition names the value as {@code :name}
     */
    public Filter and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.append(" and ").append(condition);
            values.put(name, value);
        }
        return this;
    }

    String conditions() {
        return conditions.toString();
    }

    Map<String, Object> values() {
        return values;
    }
}
