package workspace.chats.api.testing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;

/**
 * Sockets to the database that count how often a thread has asked something and then waited for the
 * answer: round trips, however many statements travel in each. The driver makes it by name.
 */
public final class CountingSockets extends SocketFactory {

    private static final Map<Thread, Integer> ROUND_TRIPS = new ConcurrentHashMap<>();

    /** How many the work takes, done by this thread. */
    public static int roundTripsOf(Runnable work) {
        ROUND_TRIPS.remove(Thread.currentThread());
        work.run();
        return ROUND_TRIPS.getOrDefault(Thread.currentThread(), 0);
    }

    @Override
    public Socket createSocket() {
        return new Counting();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    private static final class Counting extends Socket {

        private final AtomicBoolean asked = new AtomicBoolean();

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    asked.set(true);
                    out.write(bytes, offset, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    if (asked.compareAndSet(true, false)) {
                        ROUND_TRIPS.merge(Thread.currentThread(), 1, Integer::sum);
                    }
                    return super.read(bytes, offset, length);
                }
            };
        }
    }
}
