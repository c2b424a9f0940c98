package workspace.chats.system.killpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program with the agent halts where a point is armed, and nowhere else. */
class KillAgentTest {

    private static final String POINT = "middle-of-the-http-write";
    private static final int AS_BY_KILL_9 = 137;
    private static final int PATIENCE = 60_000;

    /** How a program ended, and what it had sent and printed by then. */
    private record End(int code, String sent, String printed) {}

    @TempDir private Path folder;

    @BeforeEach
    void makeTheJar() {
        AgentJar.write(jar());
    }

    @Test
    void haltsAtThePointThatIsArmed() throws Exception {
        arm(POINT);

        var end = post();

        assertThat(end.code()).as(end.printed()).isEqualTo(AS_BY_KILL_9);
        assertThat(end.sent())
                .startsWith("POST / HTTP/1.1\r\n")
                .endsWith("\r\n\r\n")
                .doesNotContain(Post.BODY);
        assertThat(Visits.visited(folder, POINT)).exists();
        assertThat(folder.resolve(POINT)).doesNotExist();
    }

    @Test
    void haltsOneProgramOnly() throws Exception {
        arm(POINT);
        post();
        livesOn();
    }

    @Test
    void passesEveryOtherPoint() throws Exception {
        arm("provider-accepted");
        livesOn();
        assertThat(Visits.visited(folder, "provider-accepted")).doesNotExist();
    }

    private void livesOn() throws Exception {
        var end = post();
        assertThat(end.code()).as(end.printed()).isZero();
        assertThat(end.sent()).endsWith(Post.BODY);
    }

    private void arm(String point) throws IOException {
        Files.createFile(folder.resolve(point));
    }

    private End post() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(PATIENCE);
            var sent = CompletableFuture.supplyAsync(() -> readAndAnswer(server));
            var program = start(server.getLocalPort());
            int code = program.waitFor();
            return new End(code, sent.join(), Files.readString(output()));
        }
    }

    private Process start(int port) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-javaagent:" + jar() + "=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Post.class.getName(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private Path jar() {
        return folder.resolve("agent.jar");
    }

    private Path output() {
        return folder.resolve("output.log");
    }

    private static String readAndAnswer(ServerSocket server) {
        try (var client = server.accept()) {
            client.setSoTimeout(PATIENCE);
            return readAndAnswer(client);
        } catch (IOException nobodySpoke) {
            return "";
        }
    }

    /** Until the body is whole, or the line is cut. */
    private static String readAndAnswer(Socket client) throws IOException {
        var sent = new StringBuilder();
        while (!sent.toString().endsWith(Post.BODY)) {
            int next = client.getInputStream().read();
            if (next < 0) {
                return sent.toString();
            }
            sent.append((char) next);
        }
        client.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
        return sent.toString();
    }
}
