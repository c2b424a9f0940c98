package workspace.chats.local.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.local.Ports;
import workspace.chats.local.PostgresServer;

/** The launcher as a person uses it, with what runs without the services. */
class LauncherIT {

    @TempDir private Path root;

    private final Map<String, String> shell = new HashMap<>();
    private Home home;

    @BeforeEach
    void arrange() throws IOException {
        home = new Home(root);
        Files.createSymbolicLink(root.resolve("local-stack"), Path.of("").toAbsolutePath());
        var free = Ports.free(Port.values().length).iterator();
        for (Port port : Port.values()) {
            shell.put(port.variable(), free.next().toString());
        }
    }

    @AfterEach
    void leavesNothing() throws Exception {
        shell.remove("CHATS_HOME");
        var running = new Processes(home).all();
        assertThat(chats("down")).endsWith(Files.exists(home.local()) ? "[0]" : "[1]");
        assertThat(running).noneMatch(Running::isAlive);
    }

    @Test
    void bringsBackWhatWasKilled_withItsData() throws Exception {
        assertThat(chats("start", "postgres")).contains("postgres", "serves").endsWith("[0]");
        query("create table survivor as select 1");

        assertThat(chats("start", "postgres")).contains("postgres runs already").endsWith("[1]");
        assertThat(chats("kill", "postgres")).endsWith("[0]");
        assertThat(chats("kill", "postgres")).contains("does not run").endsWith("[1]");
        assertThat(chats("start", "postgres")).endsWith("[0]");

        query("drop table survivor");
    }

    @Test
    void tellsWhatRunsAndWhatDoesNot() throws Exception {
        assertThat(chats("start", "local-stack")).endsWith("[0]");
        assertThat(chats("status"))
                .containsPattern("local-stack +\\d+ +\\d+ +up +\\d+ MB")
                .containsPattern("kafka +- +\\d+ +stopped")
                .endsWith("[1]");
        assertThat(chats("token", "operator")).matches("(?s)[\\w-]+\\.[\\w-]+\\.[\\w-]+\\s+\\[0]");
        assertThat(chats("token", "assistant")).endsWith("[1]");
    }

    @Test
    void namesATakenPort_andStartsNothing() throws Exception {
        int port = port(Port.POSTGRES);
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
            assertThat(chats("start", "postgres"))
                    .contains("port " + port + " (POSTGRES_PORT) is taken")
                    .endsWith("[1]");
        }
        assertThat(new Processes(home).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "start kafka", "status", "down", "token operator", "reset"})
    void doesNothingInAFolderThatIsNotOurs(String command) throws Exception {
        Path foreign = Files.createDirectory(root.resolve("foreign"));
        Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path kept = Files.writeString(foreign.resolve("lock"), "somebody's");
        shell.put("CHATS_HOME", foreign.toString());

        assertThat(chats(command.split(" ")))
                .contains(foreign + " has other things in it", "CHATS_HOME")
                .endsWith("[1]");

        assertThat(kept).hasContent("somebody's");
        assertThat(foreign).isDirectoryNotContaining(it -> !it.equals(kept));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(foreign)))
                .isEqualTo("rwxrwxrwx");
    }

    @Test
    void reachesWhatRuns_whenADatabaseIsExportedForOtherCommands() throws Exception {
        assertThat(chats("start", "local-stack")).endsWith("[0]");
        shell.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/one");
        assertThat(chats("status")).containsPattern("local-stack +\\d+ +\\d+ +up");
        assertThat(chats("token", "operator")).endsWith("[0]");
        for (String starting : new String[] {"up", "start local-stack"}) {
            assertThat(chats(starting.split(" "))).contains("DATABASE_URL would").endsWith("[1]");
        }
        assertThat(chats("kill", "local-stack")).endsWith("[0]");
    }

    @Test
    void reachesWhatRuns_whenTheBuildIsGone() throws Exception {
        Files.copy(Path.of("../chats"), root.resolve("chats"));
        assertThat(chats("start", "local-stack")).endsWith("[0]");
        Files.delete(root.resolve("local-stack"));

        assertThat(script("status")).containsPattern("local-stack +\\d+ +\\d+ +up");
        assertThat(script("token", "operator")).endsWith("[0]");
        assertThat(script("kill", "local-stack")).endsWith("[0]");
        assertThat(script("down")).contains("Nothing runs").endsWith("[0]");
        assertThat(script("reset")).contains("all data is gone").endsWith("[0]");
        assertThat(home.local()).doesNotExist();
        assertThat(script("status")).contains("Nothing is built or runs yet").endsWith("[1]");
    }

    @Test
    void showsTheDemonstrationWithATokenOfNow() throws Exception {
        assertThat(chats("start", "local-stack")).endsWith("[0]");
        var tokens = new LinkedBlockingQueue<String>();
        var api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext(
                "/",
                exchange -> {
                    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
                    exchange.sendResponseHeaders(401, -1);
                    exchange.close();
                });
        api.start();
        var apiUrl = "http://127.0.0.1:" + api.getAddress().getPort();
        var expired = Map.of("operator", Map.of("token", "of-yesterday"));
        var demo = Map.of("demo", Map.of("id", "w", "members", expired));
        PrivateJson.write(home.stackJson(), Map.of("apiUrl", apiUrl, "workspaces", demo));

        chats("demo");
        api.stop(0);

        var token = SignedJWT.parse(tokens.remove().replace("Bearer ", "")).getJWTClaimsSet();
        assertThat(token.getSubject()).isEqualTo("demo.operator");
        assertThat(token.getExpirationTime()).isInTheFuture();
    }

    @Test
    void leavesNothingOfItself_whenItIsReset() throws Exception {
        assertThat(chats("start", "local-stack")).endsWith("[0]");
        assertThat(chats("reset")).endsWith("[0]");
        assertThat(home.local()).doesNotExist();
        assertThat(chats("status")).contains("./chats up does it").endsWith("[1]");
    }

    /** What it printed, and its exit code in brackets. */
    private String chats(String... words) throws Exception {
        return run(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(File.pathSeparator, "target/classes", "target/lib/*"),
                        Launcher.class.getName(),
                        root.toString()),
                words);
    }

    /** The same, by the script in the root. */
    private String script(String... words) throws Exception {
        return run(Stream.of("bash", root.resolve("chats").toString()), words);
    }

    private String run(Stream<String> command, String... words) throws Exception {
        var builder =
                new ProcessBuilder(Stream.concat(command, Stream.of(words)).toList())
                        .redirectErrorStream(true);
        builder.environment().putAll(shell);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, SECONDS)).isTrue();
        return printed + "[" + process.exitValue() + "]";
    }

    private int port(Port port) {
        return PortPlan.of(shell).of(port);
    }

    private void query(String sql) throws SQLException {
        var secrets = PrivateJson.read(home.secrets(), Secrets.class).orElseThrow();
        var server =
                new PostgresServer(
                        home.data("postgres"), port(Port.POSTGRES), secrets.postgresPassword());
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
