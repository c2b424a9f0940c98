package workspace.chats.local.mail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workspace.chats.local.peer.JsonLines;

/** Every letter that was taken, oldest first, across restarts. */
final class Letters {

    private final List<Letter> all = new ArrayList<>();
    private final JsonLines<Letter> file;

    Letters(Path file) {
        this.file = JsonLines.open(file, Letter.class, all::add);
    }

    synchronized void add(Letter letter) {
        file.append(letter);
        all.add(letter);
    }

    synchronized List<Letter> all() {
        return List.copyOf(all);
    }

    synchronized void clear() {
        file.clear();
        all.clear();
    }
}
