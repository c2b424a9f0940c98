package workspace.chats.local.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the other side of a real socket sees of each reply. */
class PeerServerTest {

    private static final String CREATE =
            "POST /x HTTP/1.1\r\nHost: any\r\nConnection: close\r\nContent-Length: 4\r\n\r\nbody";
    private static final String HEALTH =
            "GET /health HTTP/1.1\r\nHost: any\r\nConnection: close\r\n\r\n";
    private static final Reply FINE = Reply.ok(Map.of("answer", "fine"));

    @Test
    void answersInJson() throws IOException {
        try (var server = serving(FINE);
                var socket = asking(server)) {
            assertThat(read(socket)).startsWith("HTTP/1.1 200").contains("{\"answer\":\"fine\"}");
        }
    }

    @Test
    void endsTheStreamWithoutAnAnswer_whenCutOff() throws IOException {
        try (var server = serving(new Reply.CutOff());
                var socket = asking(server)) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void resetsTheConnectionWithoutAnAnswer() throws IOException {
        try (var server = serving(new Reply.Reset());
                var socket = asking(server)) {
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void keepsTheConnectionSilent_untilALateReplyIsDue() throws IOException {
        var before = System.nanoTime();
        try (var server = serving(new Reply.Late(Duration.ofMillis(400), FINE));
                var socket = asking(server)) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isGreaterThan(Duration.ofMillis(399));
            assertThat(read(socket)).startsWith("TTP/1.1 200");
        }
    }

    @Test
    void doesNotWaitForALateReply_whenItStops() throws IOException {
        var server = serving(new Reply.Late(Duration.ofMinutes(10), new Reply.CutOff()));
        try (var socket = asking(server)) {
            server.close();
            assertThat(endOf(socket)).isTrue();
        }
    }

    @Test
    void saysThatItIsUp_whateverThePeerDoes() throws IOException {
        try (var server = serving(new Reply.CutOff());
                var socket = ask(server, HEALTH)) {
            assertThat(read(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void saysWhatWasWrong_whenThePeerCannotReadTheRequest() throws IOException {
        try (var server =
                        PeerServer.start("A_PORT", 0, request -> request.json(Wish.class).reply());
                var socket = asking(server)) {
            assertThat(read(socket)).startsWith("HTTP/1.1 400").contains("is not Wish as JSON");
        }
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var server = serving(FINE)) {
            assertThatThrownBy(() -> PeerServer.start("MAIL_PORT", server.port(), _ -> FINE))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("Port " + server.port() + " (MAIL_PORT) is taken");
        }
    }

    /** A cut connection waits in the system for a minute; the port must not wait with it. */
    @Test
    void takesItsPortAgainSoon_afterCuttingAConnection() throws IOException {
        var first = serving(new Reply.CutOff());
        var port = first.port();
        try (var socket = asking(first)) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        first.close();

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(PortTaken.class)
                .until(() -> startsOn(port));
    }

    private record Wish(String name) {
        Reply reply() {
            return FINE;
        }
    }

    private static PeerServer serving(Reply reply) throws IOException {
        return PeerServer.start("A_PORT", 0, _ -> reply);
    }

    private static boolean startsOn(int port) throws IOException {
        try (var server = PeerServer.start("A_PORT", port, _ -> FINE)) {
            return server.port() == port;
        }
    }

    private static Socket asking(PeerServer server) throws IOException {
        return ask(server, CREATE);
    }

    private static Socket ask(PeerServer server, String request) throws IOException {
        var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    private static boolean endOf(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }
}
