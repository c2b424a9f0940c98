package workspace.chats.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark program. */
record PgBench(Path program, TwinRows rows) implements BareInserts {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    static Optional<Path> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public double perSecond(int clients, Duration time) {
        try {
            var script = Files.createTempFile("chat", ".sql");
            Files.writeString(script, script());
            double rate = run(clients, time, script);
            Files.delete(script);
            return rate;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String script() {
        return String.join(
                "\n",
                "begin;",
                rows.openWorkspace() + ";",
                oneLine(rows.chat()) + " \\gset",
                oneLine(rows.participants(":id")) + ";",
                oneLine(rows.event(":id")) + ";",
                "commit;",
                "");
    }

    private static String oneLine(String statement) {
        return statement.replace('\n', ' ');
    }

    private double run(int clients, Duration time, Path script) throws IOException {
        var gateway = rows.gateway();
        var builder =
                new ProcessBuilder(
                        program.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--jobs=2",
                        "--client=" + clients,
                        "--time=" + time.toSeconds(),
                        "--file=" + script,
                        "--host=" + gateway.host(),
                        "--port=" + gateway.port(),
                        "--username=" + gateway.user(),
                        gateway.database());
        builder.environment().put("PGPASSWORD", gateway.password());
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
