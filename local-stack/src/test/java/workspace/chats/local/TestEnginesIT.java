package workspace.chats.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of every service stand on: real engines that leave nothing behind. */
class TestEnginesIT {

    @TempDir private Path folder;

    private Process process;
    private BufferedReader answers;
    private PrintStream words;
    private JsonNode ready;
    private List<ProcessHandle> family;

    @BeforeEach
    void start() throws IOException {
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-Djava.io.tmpdir=" + folder,
                                "-cp",
                                String.join(File.pathSeparator, "target/classes", "target/lib/*"),
                                TestEngines.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        words = new PrintStream(process.getOutputStream(), true, UTF_8);
        ready = JsonMapper.shared().readTree(answers.readLine());
        family = process.descendants().toList();
    }

    @AfterEach
    void leavesNothing() throws IOException {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        await().atMost(Duration.ofMinutes(1)).until(() -> isEmpty(folder));
    }

    @Test
    void servesBoth_andEndsWithItsStandardInput() throws Exception {
        assertThat(family).hasSizeGreaterThan(3);
        assertThat(isEmpty(folder)).isFalse();
        query("create table note (text text)");
        try (var admin = kafka()) {
            admin.createTopics(List.of(new NewTopic("chat.events", 6, (short) 1))).all().get();
            assertThat(admin.listTopics().names().get()).containsExactly("chat.events");
        }

        words.close();

        assertThat(process.waitFor(60, SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void leavesNothing_whenItIsKilledOutright() {
        process.destroyForcibly();
    }

    @Test
    void takesAnEngineAwayAndBringsItBack_asToldTo() throws Exception {
        query("create table note as select 1");

        assertThat(say("kill postgres")).isEqualTo("ok");
        assertThat(say("start postgres")).isEqualTo("ok");
        query("drop table note");

        assertThat(say("stop kafka")).isEqualTo("ok");
        assertThat(say("start kafka")).isEqualTo("ok");
        try (var admin = kafka()) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }

        assertThat(say("start oracle")).startsWith("Say");
        family = process.descendants().toList();
        process.destroy();
    }

    private String say(String order) throws IOException {
        words.println(order);
        return answers.readLine();
    }

    private void query(String sql) throws SQLException {
        String url = ready.path("jdbcUrl").asString();
        String password = ready.path("password").asString();
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Admin kafka() {
        return Admin.create(Map.of("bootstrap.servers", ready.path("kafkaBootstrap").asString()));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
