package workspace.chats.local.peer;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A memory that outlives its process: one JSON object per line, handed to the operating system
 * before {@link #append} returns, so that a kill loses nothing. A line torn by a kill in the middle
 * of a write was never acted upon and is dropped at the next start.
 */
public final class JsonLines<T> implements AutoCloseable {

    private final FileChannel file;

    private JsonLines(FileChannel file) {
        this.file = file;
    }

    /** Hands every record of the file to {@code memory}, oldest first. */
    public static <T> JsonLines<T> open(Path path, Class<T> type, Consumer<T> memory) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            var lines =
                    new JsonLines<T>(FileChannel.open(path, Set.of(CREATE, WRITE), ownerOnly()));
            lines.replay(path, type, memory);
            return lines;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public synchronized void append(T entry) {
        var json = Json.MAPPER.writeValueAsBytes(entry);
        var line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        try {
            while (line.hasRemaining()) {
                var _ = file.write(line);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    public synchronized void clear() {
        try {
            file.truncate(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void replay(Path path, Class<T> type, Consumer<T> memory) throws IOException {
        long whole = 0;
        try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            for (var line = line(in); line != null; line = line(in)) {
                memory.accept(Json.MAPPER.readValue(line, type));
                whole += line.length + 1;
            }
        }
        file.truncate(whole).position(whole);
    }

    /** The next line, or null where the file ends before a line does. */
    private static byte @Nullable [] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toByteArray();
            }
            line.write(next);
        }
        return null;
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
