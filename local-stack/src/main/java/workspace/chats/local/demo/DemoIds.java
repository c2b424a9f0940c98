package workspace.chats.local.demo;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ids of what the demo has, by path such as {@code demo/members/admin}; made when first asked
 * for.
 */
final class DemoIds {

    private final Map<String, UUID> known;

    DemoIds(Map<String, UUID> known) {
        this.known = new TreeMap<>(known);
    }

    UUID of(String workspace) {
        return known.computeIfAbsent(workspace, path -> UuidCreator.getTimeOrderedEpoch());
    }

    UUID of(String workspace, String kind, String name) {
        return of(workspace + "/" + kind + "/" + name);
    }

    @Nullable UUID ofOptional(String workspace, String kind, @Nullable String name) {
        return name == null ? null : of(workspace, kind, name);
    }

    Map<String, UUID> all() {
        return Map.copyOf(known);
    }
}
