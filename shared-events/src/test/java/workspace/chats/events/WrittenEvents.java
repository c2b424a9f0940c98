package workspace.chats.events;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Events as they have stood in Kafka since some day, {@code written/DAY/WIRENAME.json}: topics,
 * dead letters and other teams' stores hold them for ever. Such a file is never changed; an event
 * that says more than before gets a new one under the day of its change.
 */
final class WrittenEvents {

    private static final List<WrittenEvent> ALL = read();

    private WrittenEvents() {}

    static List<WrittenEvent> all() {
        return ALL;
    }

    /** As it is written now. */
    static String newest(EventType type) {
        return ALL.stream()
                .filter(written -> written.type() == type)
                .max(Comparator.comparing(WrittenEvent::day))
                .orElseThrow(() -> new NoSuchElementException(type.wireName()))
                .json();
    }

    private static List<WrittenEvent> read() {
        try (var files = Files.find(folder(), 2, (path, is) -> is.isRegularFile())) {
            return files.sorted().map(WrittenEvents::read).toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Path folder() throws URISyntaxException {
        var root = WrittenEvents.class.getResource("/written");
        if (root == null) {
            throw new NoSuchElementException("written");
        }
        return Path.of(root.toURI());
    }

    private static WrittenEvent read(Path file) {
        var wireName = file.getFileName().toString().replaceFirst("\\.json$", "");
        try {
            return new WrittenEvent(
                    file.getName(file.getNameCount() - 2).toString(),
                    EventType.ofWireName(wireName).orElseThrow(),
                    Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** One event, as it was written from that day on. */
    record WrittenEvent(String day, EventType type, String json) {
        @Override
        public String toString() {
            return type.wireName() + " of " + day;
        }
    }
}
