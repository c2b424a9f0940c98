package workspace.chats.local.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

/** The last words of a process. */
final class Logs {

    private static final int BYTES = 32_000;

    private Logs() {}

    /** The last lines of a file that say something; none if there is no such file. */
    static List<String> tail(Path log, int lines) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - BYTES);
            byte[] end = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(end);
            var all = new String(end, UTF_8).lines().filter(line -> !isStackFrame(line)).toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isStackFrame(String line) {
        return line.startsWith("\tat ") || line.startsWith("\t... ");
    }
}
