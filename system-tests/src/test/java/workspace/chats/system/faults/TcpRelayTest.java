package workspace.chats.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import workspace.chats.system.faults.TcpRelay.Wire;

/** What each wire does to somebody who sends a byte and waits for it to come back. */
class TcpRelayTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int HARDLY_ANY_MILLIS = 500;

    private ServerSocket echo;
    private TcpRelay relay;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, HERE);
        Thread.ofVirtual().start(this::answer);
        relay = TcpRelay.to(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        echo.close();
    }

    @Test
    void carriesBothWays() throws IOException {
        try (var socket = connect()) {
            assertThat(echo(socket)).isEqualTo(7);
        }
    }

    @Test
    void countsWhatMeetsIt_sinceItBecameWhatItIs() throws IOException {
        try (var socket = connect()) {
            assertThat(echo(socket)).isEqualTo(7);
            assertThat(relay.met()).isEqualTo(2);
            relay.become(Wire.CUT);
            assertThat(relay.met()).isZero();
        }
    }

    @Test
    void isSlow() throws IOException {
        relay.become(Wire.SLOW);
        try (var socket = connect()) {
            long before = System.nanoTime();
            assertThat(echo(socket)).isEqualTo(7);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isGreaterThan(Duration.ofMillis(390));
        }
    }

    @Test
    void cutsWhoIsThrough_andLetsOthersInLater() throws IOException {
        try (var socket = connect()) {
            assertThat(echo(socket)).isEqualTo(7);
            relay.become(Wire.CUT);
            assertThatThrownBy(() -> readOrEnd(socket)).isInstanceOf(IOException.class);
        }
        relay.become(Wire.GOOD);
        try (var socket = connect()) {
            assertThat(echo(socket)).isEqualTo(7);
        }
    }

    @Test
    void swallows_andCutsWhoHasLostSomething() throws IOException {
        try (var socket = connect()) {
            assertThat(echo(socket)).isEqualTo(7);
            relay.become(Wire.SWALLOWING);
            socket.setSoTimeout(HARDLY_ANY_MILLIS);
            assertThatThrownBy(() -> echo(socket)).isInstanceOf(SocketTimeoutException.class);
            socket.setSoTimeout(PATIENCE_MILLIS);
            relay.become(Wire.GOOD);
            assertThatThrownBy(() -> readOrEnd(socket))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(HERE, relay.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static int echo(Socket socket) throws IOException {
        socket.getOutputStream().write(7);
        return socket.getInputStream().read();
    }

    private static void readOrEnd(Socket socket) throws IOException {
        if (socket.getInputStream().read() < 0) {
            throw new IOException("the end");
        }
    }

    private void answer() {
        while (!echo.isClosed()) {
            try {
                var socket = echo.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException cut) {
            // as it should be
        }
    }
}
