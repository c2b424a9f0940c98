package workspace.chats.local.dlt;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import workspace.chats.local.KafkaServer;
import workspace.chats.local.Ports;
import workspace.chats.local.PostgresServer;

/** Dead letters of a dispatcher that does not run, in engines that do, and who works on them. */
final class Office implements AutoCloseable {

    static final String LETTERS = "chat.events.channel-dispatcher.dlt";
    static final String REPLAYS = "chat.events.channel-dispatcher.replay";

    private static final Path TABLE =
            Path.of(
                    "../shared-messaging/src/main/resources/db/messaging/V0_5__dead_letter_audit.sql");

    private final Path folder;
    private final KafkaServer kafka;
    private final PostgresServer postgres;
    private final Process kafkaProcess;

    Office(Path folder) throws SQLException, IOException {
        this.folder = folder;
        var ports = Ports.free(3);
        postgres = new PostgresServer(folder.resolve("postgres"), ports.get(0), "secret");
        postgres.start(command -> spawn("postgres", command));
        execute(Files.readString(TABLE).replace("${appRole}", "postgres"));
        kafka =
                new KafkaServer(
                        folder.resolve("kafka"),
                        ports.get(1),
                        ports.get(2),
                        String.join(File.pathSeparator, "target/classes", "target/lib/*"),
                        List.of(KafkaServer.FAST_START));
        kafkaProcess = kafka.start(command -> spawn("kafka", command));
        makeTopics();
    }

    Addressee dispatcher() {
        return new Addressee(
                "channel-dispatcher",
                List.of("chat.events"),
                new Addressee.Database(postgres.jdbcUrl("postgres"), "postgres", "secret"));
    }

    /** As many as that, of so many bytes. */
    void put(int letters, int bytes) {
        try (var producer =
                new KafkaProducer<>(
                        settings(), new StringSerializer(), new ByteArraySerializer())) {
            IntStream.range(0, letters)
                    .mapToObj(_ ->
                            new ProducerRecord<>(
                                    LETTERS, UUID.randomUUID().toString(), new byte[bytes]))
                    .forEach(letter -> {
                        var _ = producer.send(letter);
                    });
        }
    }

    /** What {@code ./chats dlt} answers to these words, with its exit code in brackets. */
    String dlt(String who, String words) {
        return dlt(who, words, _ -> {});
    }

    /**
     * The same, for one whose lines are read while it works.
     *
     * @param reader is given each line before the command goes on
     */
    String dlt(String who, String words, Consumer<String> reader) {
        var printed = new StringWriter();
        var out =
                new PrintWriter(printed, true) {
                    @Override
                    public void println(String line) {
                        super.println(line);
                        reader.accept(line);
                    }
                };
        var code =
                new DeadLetterCommand(
                                _ ->
                                        new Installation(
                                                KafkaAddress.open(kafka.bootstrap()),
                                                List.of(dispatcher())),
                                who,
                                out,
                                new PrintWriter(printed, true))
                        .run(List.of(words.split(" ")));
        return printed + "[" + code + "]";
    }

    static String letter(int number) {
        return LETTERS + "-0@" + number;
    }

    /** The keys of the letters, or of what was sent again, in their order. */
    List<String> keys(String topic) {
        try (var reader =
                new KafkaConsumer<>(
                        settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var part = new TopicPartition(topic, 0);
            reader.assign(List.of(part));
            reader.seekToBeginning(List.of(part));
            long end = reader.endOffsets(List.of(part)).getOrDefault(part, 0L);
            return Stream.generate(() -> reader.poll(Duration.ofMillis(100)))
                    .takeWhile(_ -> reader.position(part) <= end)
                    .flatMap(some -> some.records(part).stream())
                    .limit(end)
                    .map(it -> Optional.ofNullable(it.key()).orElse(""))
                    .toList();
        }
    }

    /** Such as {@code 1 replayed by ann}, in the order in which it was noted. */
    List<String> deeds() throws SQLException {
        try (var connection = connect();
                var query = connection.createStatement();
                var rows =
                        query.executeQuery(
                                "select array_agg(letter_offset || ' ' || action || ' by ' || who order by id)"
                                        + " from dead_letter_audit")) {
            rows.next();
            return rows.getArray(1) == null
                    ? List.of()
                    : List.of((String[]) rows.getArray(1).getArray());
        }
    }

    /** Whether somebody waits for a letter that another one has in hand. */
    boolean isSomebodyWaiting() throws SQLException {
        try (var connection = connect();
                var query = connection.createStatement();
                var rows =
                        query.executeQuery(
                                "select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    void killKafka() {
        try {
            kafkaProcess.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        killKafka();
        postgres.running()
                .ifPresent(process -> {
                    PostgresServer.stop(process);
                    process.onExit().join();
                });
    }

    private void makeTopics() {
        try (var admin = kafka.admin()) {
            admin.createTopics(
                            Stream.of(LETTERS, REPLAYS)
                                    .map(name -> new NewTopic(name, 1, (short) 1))
                                    .toList())
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", kafka.bootstrap());
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "secret");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Process spawn(String name, List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
