package workspace.chats.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** TCP ports on 127.0.0.1. */
public final class Ports {

    // below the range from which the operating system serves outgoing connections
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private Ports() {}

    /** A port that nobody listens on right now. */
    public static int free() {
        for (int tries = 0; tries < 1_000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port between " + FIRST + " and " + LAST);
    }

    /** As many as that, no two the same. */
    public static List<Integer> free(int many) {
        return Stream.generate(Ports::free).distinct().limit(many).toList();
    }

    /**
     * Whether one could listen on it now. Some systems let a second one listen beside one who
     * listens on all addresses, so a listener is looked for too.
     */
    public static boolean isFree(int port) {
        return !isListening(port) && canListen(port);
    }

    /** Whether somebody accepts connections. */
    public static boolean isListening(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canListen(int port) {
        try (var socket = new ServerSocket(port, 1, LOOPBACK)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
