package workspace.chats.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process as the launcher starts, kills and restarts it. */
class LocalPeersIT {

    private static final long LARGEST_KILOBYTES = 100_000;

    /** Seconds; the launcher kills what takes longer. */
    private static final long AT_ONCE = 20;

    @TempDir private Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Path output;
    private Process process;

    @BeforeEach
    void start() throws Exception {
        output = home.resolve("output");
        environment.put("LOCAL_STACK_HOME", home.toString());
        environment.put("TWILIO_ACCOUNT_SID", "AC" + "0".repeat(32));
        environment.put("TWILIO_AUTH_TOKEN", "secret");
        var ports = List.of("IDENTITY_PORT", "TWILIO_SIM_PORT", "MAIL_PORT", "MAIL_SMTP_PORT");
        var free = Ports.free(ports.size()).iterator();
        for (var port : ports) {
            environment.put(port, free.next().toString());
        }
        process = launch();
        awaitUp();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
        http.close();
    }

    @Test
    void servesAllThree_inLittleMemory_andEndsAtOnceWhenAsked() throws Exception {
        assertThat(get("IDENTITY_PORT", "/jwks.json")).contains("RSA");
        assertThat(get("TWILIO_SIM_PORT", "/_sim/journal")).contains("messages");
        assertThat(get("MAIL_PORT", "/messages")).isEqualTo("[]");
        assertThat(residentKilobytes()).isLessThan(LARGEST_KILOBYTES);

        process.destroy();

        assertThat(process.waitFor(AT_ONCE, SECONDS)).isTrue();
        assertThat(words()).isEmpty();
    }

    @Test
    void keepsWhatAPhoneReceived_whenItIsKilled() throws Exception {
        text("Hello");
        var journal = get("TWILIO_SIM_PORT", "/_sim/journal");
        assertThat(journal).contains("Hello");

        process.destroyForcibly().waitFor();
        process = launch();
        awaitUp();

        assertThat(get("TWILIO_SIM_PORT", "/_sim/journal")).isEqualTo(journal);
    }

    @Test
    void keepsItsKeys_acrossRestarts() throws Exception {
        var keys = get("IDENTITY_PORT", "/jwks.json");
        process.destroy();
        process.waitFor();
        process = launch();
        awaitUp();
        assertThat(get("IDENTITY_PORT", "/jwks.json")).isEqualTo(keys);
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        var second = launch();
        assertThat(second.waitFor(60, SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(words())
                .isEqualTo(
                        "Port %s (IDENTITY_PORT) is taken on 127.0.0.1.\n"
                                .formatted(environment.get("IDENTITY_PORT")));
    }

    @Test
    void namesTheSettingsThatAreMissing() throws Exception {
        environment.put("TWILIO_ACCOUNT_SID", "");
        environment.remove("TWILIO_AUTH_TOKEN");
        var second = launch();
        assertThat(second.waitFor(60, SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(words())
                .isEqualTo("Missing in the environment: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN.\n");
    }

    private Process launch() throws IOException {
        var command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Xmn6m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(File.pathSeparator, "target/classes", "target/lib/*"),
                        LocalPeers.class.getName());
        command.environment().keySet().removeIf(name -> name.startsWith("TWILIO_"));
        command.environment().putAll(environment);
        return command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    /** What the process launched last has said. */
    private String words() throws IOException {
        return Files.readString(output);
    }

    private void awaitUp() {
        for (var port : List.of("IDENTITY_PORT", "TWILIO_SIM_PORT", "MAIL_PORT")) {
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> get(port, "/health").contains("UP"));
        }
    }

    private String get(String port, String path) throws Exception {
        return send(HttpRequest.newBuilder(address(port, path)));
    }

    private void text(String body) throws Exception {
        var account = environment.get("TWILIO_ACCOUNT_SID");
        var credentials = Base64.getEncoder().encodeToString((account + ":secret").getBytes(UTF_8));
        var path = "/2010-04-01/Accounts/" + account + "/Messages.json";
        send(
                HttpRequest.newBuilder(address("TWILIO_SIM_PORT", path))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "To=%2B14155550100&From=%2B15005550006&Body=" + body)));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    private URI address(String port, String path) {
        return URI.create("http://127.0.0.1:" + environment.get(port) + path);
    }

    private long residentKilobytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
