package workspace.chats.api.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workspace.chats.api.property.Draws;
import workspace.chats.api.property.Shrink;

/** What was found: of each call and kind of failure the smallest request that leads to it. */
final class Findings {

    private static final int MOST = 10;

    private final Map<String, String> found = new LinkedHashMap<>();

    /**
     * @param choices made {@code shot}
     */
    void note(Shot shot, List<Integer> choices, String complaint, Pool pool, int number) {
        var kind = shot.call() + " " + Shrink.kind(complaint);
        if (found.size() < MOST && !found.containsKey(kind)) {
            var smallest = Shrink.of(choices, some -> complaint(some, pool, number));
            var again = complaint(smallest, pool, number);
            if (again.isEmpty() && complaint.startsWith("is slow")) {
                return; // once: of the machine, not of the request
            }
            found.put(
                    kind,
                    "request %d %s%n%s"
                            .formatted(
                                    number,
                                    again.orElse("not again, but at first: " + complaint),
                                    Shots.of(Draws.again(smallest), pool, number)));
        }
    }

    List<String> all() {
        return List.copyOf(found.values());
    }

    private static Optional<String> complaint(List<Integer> choices, Pool pool, int number) {
        return Oracle.complaint(Gun.fire(Shots.of(Draws.again(choices), pool, number)));
    }
}
