package workspace.chats.local.twilio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workspace.chats.local.peer.JsonLines;

/** Everything of one kind that was ever accepted, across restarts of the simulator. */
final class Items<T extends Item> {

    private final List<T> inOrder = new ArrayList<>();
    private final Map<String, T> bySid = new HashMap<>();
    private final JsonLines<T> file;

    Items(Path file, Class<T> type) {
        this.file = JsonLines.open(file, type, this::remember);
    }

    synchronized void add(T item) {
        file.append(item);
        remember(item);
    }

    synchronized Optional<T> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    /** Oldest first. */
    synchronized List<T> all() {
        return List.copyOf(inOrder);
    }

    synchronized void clear() {
        file.clear();
        inOrder.clear();
        bySid.clear();
    }

    private void remember(T item) {
        inOrder.add(item);
        bySid.put(item.sid(), item);
    }
}
