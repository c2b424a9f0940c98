package workspace.chats.local.peer;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ExceptionListener;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;

/**
 * Lets a peer speak HTTP on 127.0.0.1. Answers {@code GET /health} itself. Apache HttpCore, because
 * a pretended peer must be able to end or reset a connection at will, which the JDK's server hides.
 */
public final class PeerServer implements AutoCloseable {

    // connections that we cut linger in the system: a restart must not take them for a listener
    private static final SocketConfig REUSED =
            SocketConfig.custom().setSoReuseAddress(true).setTcpNoDelay(true).build();

    private final CountDownLatch stopped;
    private final HttpServer server;

    private PeerServer(CountDownLatch stopped, HttpServer server) {
        this.stopped = stopped;
        this.server = server;
    }

    /**
     * {@code setting} is the name under which people know the port; port 0 takes a free one. Throws
     * {@link PortTaken}.
     */
    public static PeerServer start(String setting, int port, Peer peer) throws IOException {
        return start(setting, InetAddress.ofLiteral("127.0.0.1"), port, peer);
    }

    /** As above, on another address: in a container, the one that its neighbours see. */
    public static PeerServer start(String setting, InetAddress address, int port, Peer peer)
            throws IOException {
        var stopped = new CountDownLatch(1);
        var exchange = new HttpExchange(peer, stopped);
        var server =
                ServerBootstrap.bootstrap()
                        .setLocalAddress(address)
                        .setListenerPort(port)
                        .setSocketConfig(REUSED)
                        .setRequestRouter((_, _) -> exchange)
                        .setExceptionListener(new Ending())
                        .create();
        start(server, setting, port);
        return new PeerServer(stopped, server);
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        stopped.countDown();
        server.close(CloseMode.IMMEDIATE);
    }

    private static void start(HttpServer server, String setting, int port) throws IOException {
        try {
            server.start();
        } catch (BindException taken) {
            throw new PortTaken(setting, port);
        }
    }

    /** Waits for {@code nanos}, or until the server stops. */
    static void pause(CountDownLatch stopped, long nanos) {
        try {
            var _ = stopped.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends a connection the way a reply asked for; other failures are the other side's business.
     */
    private static final class Ending implements ExceptionListener {
        @Override
        public void onError(Exception failure) {}

        @Override
        public void onError(HttpConnection connection, Exception failure) {
            if (failure instanceof ConnectionEnds ends) {
                connection.close(ends.mode());
            }
        }
    }
}
