package workspace.chats.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import workspace.chats.local.Commands;

/** How much memory a process and its children take. */
final class Memory {

    private Memory() {}

    /** In KiB; what several share counts once, where the system tells. */
    static long kibOf(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> kibOf(one.pid()))
                .sum();
    }

    private static long kibOf(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return resident(pid);
        }
    }

    private static long resident(long pid) {
        try {
            var command = List.of("ps", "-o", "rss=", "-p", Long.toString(pid));
            return Long.parseLong(Commands.run(command).strip());
        } catch (RuntimeException e) {
            return 0;
        }
    }
}
