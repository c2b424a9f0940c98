package workspace.chats.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to a port on this machine that can be slow, break, or lose what it is given. */
final class TcpRelay implements AutoCloseable {

    /** How the wire is. */
    enum Wire {
        GOOD,
        /** Whatever is sent arrives later. */
        SLOW,
        /** Nobody gets through, and who was through is cut off. */
        CUT,
        /** Everybody gets through, and nothing arrives. */
        SWALLOWING
    }

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration SLOWNESS = Duration.ofMillis(200);
    private static final int CHUNK = 16_384;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger met = new AtomicInteger();
    private volatile Wire wire = Wire.GOOD;

    private TcpRelay(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static TcpRelay to(int target) {
        try {
            var relay = new TcpRelay(new ServerSocket(0, 200, HERE), target);
            Thread.ofVirtual().start(relay::admit);
            return relay;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** A connection that has lost something is of no use any more. */
    void become(Wire next) {
        var before = wire;
        met.set(0);
        wire = next;
        if (next == Wire.CUT || before == Wire.SWALLOWING) {
            open.forEach(TcpRelay::close);
        }
    }

    /** How often somebody had to do with the wire since it became what it is. */
    int met() {
        return met.get();
    }

    @Override
    public void close() {
        become(Wire.CUT);
        try {
            door.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (wire == Wire.CUT) {
                    met.incrementAndGet();
                    close(caller);
                } else {
                    Thread.ofVirtual().start(() -> connect(caller));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        var called = new Socket();
        open.add(caller);
        open.add(called);
        try {
            called.connect(new InetSocketAddress(HERE, target));
            var back = Thread.ofVirtual().start(() -> carry(called, caller));
            carry(caller, called);
            back.join();
        } catch (IOException nobodyThere) {
            close(caller);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(caller);
            open.remove(called);
        }
    }

    private void carry(Socket from, Socket to) {
        var buffer = new byte[CHUNK];
        try (from;
                to) {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                met.incrementAndGet();
                if (wire == Wire.SLOW) {
                    Patience.pause(SLOWNESS);
                }
                if (wire != Wire.SWALLOWING) {
                    to.getOutputStream().write(buffer, 0, n);
                }
            }
        } catch (IOException cut) {
            // the other side learns it by the end of its own connection
        }
    }

    private static void close(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // as it should be
        }
    }
}
