package workspace.chats.api.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A right that a call needs. Within an area, admin includes write and write includes read; {@code
 * workspace:admin} includes everything.
 */
public enum Scope {
    CHATS_READ("chats", "read"),
    CHATS_WRITE("chats", "write"),
    CHATS_ADMIN("chats", "admin"),
    DM_WRITE("dm", "write"),
    MEMBERS_READ("members", "read"),
    PHONES_READ("phones", "read"),
    PHONES_WRITE("phones", "write"),
    WORKSPACE_ADMIN("workspace", "admin");

    private static final String EVERYTHING = "workspace:admin";
    private static final List<String> LEVELS = List.of("read", "write", "admin");

    private final String area;
    private final String level;

    Scope(String area, String level) {
        this.area = area;
        this.level = level;
    }

    /** Every scope that a member can be given. */
    public static Set<String> words() {
        return Arrays.stream(values()).map(Scope::word).collect(Collectors.toSet());
    }

    /** As it stands in the database and in the documentation, such as {@code chats:read}. */
    public String word() {
        return area + ":" + level;
    }

    boolean isGrantedBy(Set<String> scopes) {
        return scopes.contains(EVERYTHING)
                || LEVELS.subList(LEVELS.indexOf(level), LEVELS.size()).stream()
                        .anyMatch(sufficient -> scopes.contains(area + ":" + sufficient));
    }
}
