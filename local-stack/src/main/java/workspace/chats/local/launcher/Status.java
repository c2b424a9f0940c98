package workspace.chats.local.launcher;

import java.util.List;
import java.util.Locale;

/** What runs, how it does, and what it takes. */
final class Status {

    private static final String FORMAT = "%-20s %8s %7s  %-9s %8s";

    private final Processes processes;
    private final Output output;

    Status(Processes processes, Output output) {
        this.processes = processes;
        this.output = output;
    }

    /** Prints it; whether all of these serve. */
    boolean print(List<Component> parts) {
        var rows = parts.parallelStream().map(this::look).toList();
        output.say(FORMAT.formatted("NAME", "PID", "PORT", "HEALTH", "MEMORY").stripTrailing());
        rows.forEach(row -> output.say(row.line().stripTrailing()));
        output.say(FORMAT.formatted("", "", "", "", mib(rows.stream().mapToLong(Row::kib).sum())));
        return rows.stream().allMatch(row -> row.health().equals("up"));
    }

    private Row look(Component part) {
        String port = part.ports().getFirst().toString();
        return processes
                .find(part.name())
                .flatMap(Running::handle)
                .map(handle ->
                        new Row(
                                part.name(),
                                Long.toString(handle.pid()),
                                port,
                                part.serves() ? "up" : "no answer",
                                Memory.kibOf(handle)))
                .orElseGet(() -> new Row(part.name(), "-", port, "stopped", 0));
    }

    private static String mib(long kib) {
        return String.format(Locale.ROOT, "%,d MB", kib / 1024);
    }

    private record Row(String name, String pid, String port, String health, long kib) {
        String line() {
            return FORMAT.formatted(name, pid, port, health, kib == 0 ? "-" : mib(kib));
        }
    }
}
