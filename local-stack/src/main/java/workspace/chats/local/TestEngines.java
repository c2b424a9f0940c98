package workspace.chats.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * PostgreSQL and Kafka for somebody's tests, in a folder that goes away with them.
 *
 * <p>Prints one line of JSON when both serve ({@code jdbcUrl}, {@code user}, {@code password},
 * {@code kafkaBootstrap}), then obeys lines on standard input: {@code start}, {@code stop} or
 * {@code kill}, then {@code postgres} or {@code kafka}; each is answered by {@code ok} or a
 * sentence when it is done. The end of standard input ends everything, and so does any other end of
 * this process.
 */
final class TestEngines {

    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final Map<String, TestEngine> engines;

    private TestEngines(Path folder, Undertaker undertaker) {
        var ports = Ports.free(3);
        postgres =
                new PostgresServer(
                        folder.resolve("postgres"), ports.get(0), UUID.randomUUID().toString());
        kafka =
                new KafkaServer(
                        folder.resolve("kafka"),
                        ports.get(1),
                        ports.get(2),
                        ClassPath.own(),
                        List.of(KafkaServer.FAST_START));
        engines =
                Map.of(
                        "postgres",
                        new TestEngine(
                                "postgres",
                                postgres::start,
                                PostgresServer::stop,
                                folder,
                                undertaker),
                        "kafka",
                        new TestEngine(
                                "kafka", kafka::start, ProcessHandle::destroy, folder, undertaker));
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("workspace-chats-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var undertaker = Undertaker.of(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(undertaker::bury));
        var all = new TestEngines(folder, undertaker);
        all.start();
        System.out.println(all.json());
        all.obey();
        System.exit(0);
    }

    private void start() {
        CompletableFuture.allOf(
                        engines.values().stream()
                                .map(engine -> CompletableFuture.runAsync(engine::start))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    private String json() {
        return "{\"jdbcUrl\":\"jdbc:postgresql://127.0.0.1:%d/postgres\",\"user\":\"postgres\",\"password\":\"%s\",\"kafkaBootstrap\":\"%s\"}"
                .formatted(postgres.port(), postgres.password(), kafka.bootstrap());
    }

    private void obey() throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            System.out.println(answer(line.strip().split(" ", -1)));
        }
    }

    private String answer(String[] words) {
        var engine = words.length == 2 ? engines.get(words[1]) : null;
        if (engine == null) {
            return "Say start, stop or kill, then postgres or kafka";
        }
        try {
            switch (words[0]) {
                case "start" -> engine.start();
                case "stop" -> engine.stop();
                case "kill" -> engine.kill();
                default -> throw new IllegalStateException("cannot " + words[0]);
            }
            return "ok";
        } catch (IllegalStateException e) {
            return words[1] + " " + e.getMessage();
        }
    }
}
