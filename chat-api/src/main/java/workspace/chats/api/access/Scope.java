package workspace.chats.api.access;

import java.util.List;
import java.util.Set;

/**
 * A right that a call needs. Within an area, admin includes write and write includes read; {@code
 * workspace:admin} includes everything.
 */
public enum Scope {
    CHATS_READ("chats", "read");

    private static final String EVERYTHING = "workspace:admin";
    private static final List<String> LEVELS = List.of("read", "write", "admin");

    private final String area;
    private final String level;

    Scope(String area, String level) {
        this.area = area;
        this.level = level;
    }

    boolean isGrantedBy(Set<String> scopes) {
        return scopes.contains(EVERYTHING)
                || LEVELS.subList(LEVELS.indexOf(level), LEVELS.size()).stream()
                        .anyMatch(sufficient -> scopes.contains(area + ":" + sufficient));
    }
}
