package workspace.chats.local.launcher;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON files that only their owner may read and that are never seen half written. */
final class PrivateJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PrivateJson() {}

    static <T> Optional<T> read(Path file, Class<T> type) {
        return Files.exists(file)
                ? Optional.of(JSON.readValue(file.toFile(), type))
                : Optional.empty();
    }

    /** As a map with these keys and values. */
    static <V> Optional<Map<String, V>> readMap(Path file, Class<V> values) {
        var type = JSON.getTypeFactory().constructMapType(Map.class, String.class, values);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(file.toFile(), type))
                : Optional.empty();
    }

    static void write(Path file, Object value) {
        writeText(file, JSON.writeValueAsString(value) + "\n");
    }

    private static void writeText(Path file, String text) {
        try {
            Files.move(aside(file, text), file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it unless the file is there: of several who do so at once, the first one wins. */
    static void keepFirst(Path file, Object value) {
        keepFirstText(file, JSON.writeValueAsString(value) + "\n");
    }

    /** A link is made whole or not at all, and never over another. */
    static void keepFirstText(Path file, String text) {
        try {
            var aside = aside(file, text);
            try {
                Files.createLink(file, aside);
            } catch (FileAlreadyExistsException anotherWasFirst) {
                // theirs is as good
            } finally {
                Files.delete(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path aside(Path file, String text) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(
                Files.createTempFile(file.getParent(), ".", ".new", ownerOnly), text);
    }
}
