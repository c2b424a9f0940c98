package workspace.chats.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A Twilio made of bare sockets, so that it can break a connection wherever it likes. */
final class FakeTwilio implements AutoCloseable {

    /** What to do with a connection whose request, or as much as wanted, was read. */
    interface Behaviour {
        void on(Socket connection) throws IOException;
    }

    record Received(String line, String authorization, Map<String, String> form) {}

    private final ServerSocket server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private volatile Behaviour behaviour = answer(201, "{\"sid\":\"SM1\",\"status\":\"queued\"}");

    FakeTwilio() throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    FakeTwilio does(Behaviour wanted) {
        behaviour = wanted;
        return this;
    }

    List<Received> received() {
        return received;
    }

    /** How many were ever made. */
    int connections() {
        return open.size();
    }

    /**
     * Until it has done with so many connections all that it does with them: a client may read an
     * answer before the connection is closed.
     */
    void awaitDone(int connections) {
        await().atMost(Duration.ofMinutes(1)).until(() -> done.get() == connections);
    }

    static Behaviour answer(int status, String body) {
        return connection -> {
            write(connection, status, body, "close");
            connection.close();
        };
    }

    /** Promises to keep the connection, then closes it behind the client's back. */
    static Behaviour answerAndCloseQuietly(int status, String body) {
        return connection -> {
            write(connection, status, body, "keep-alive");
            connection.close();
        };
    }

    static Behaviour hang() {
        return connection -> {};
    }

    static Behaviour cut() {
        return Socket::close;
    }

    static Behaviour reset() {
        return connection -> {
            connection.setSoLinger(true, 0);
            connection.close();
        };
    }

    static Behaviour cutWithinTheAnswer() {
        return connection -> {
            var half = "HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{\"sid\":\"SM1\"";
            connection.getOutputStream().write(half.getBytes(UTF_8));
            connection.close();
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : open) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var connection = server.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (SocketException closed) {
            // the test is over
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(Socket connection) {
        try {
            var request = new BufferedInputStream(connection.getInputStream());
            var head = head(request);
            var body = new String(request.readNBytes(length(head)), UTF_8);
            received.add(new Received(head.getFirst(), header(head, "authorization"), form(body)));
            behaviour.on(connection);
            done.incrementAndGet();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> head(InputStream request) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = line(request); !line.isEmpty(); line = line(request)) {
            lines.add(line);
        }
        if (lines.isEmpty() || !lines.getFirst().endsWith(" HTTP/1.1")) {
            throw new IOException("no request");
        }
        return lines;
    }

    private static String line(InputStream request) throws IOException {
        var line = new StringBuilder();
        for (int next = request.read(); next != '\n'; next = request.read()) {
            if (next < 0) {
                throw new IOException("no request");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static int length(List<String> head) {
        var length = header(head, "content-length");
        return length.isEmpty() ? 0 : Integer.parseInt(length);
    }

    private static String header(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], UTF_8)));
    }

    private static void write(Socket connection, int status, String body, String afterwards)
            throws IOException {
        var bytes = body.getBytes(UTF_8);
        var head =
                "HTTP/1.1 %d x\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: %s\r\n\r\n"
                        .formatted(status, bytes.length, afterwards);
        var out = connection.getOutputStream();
        out.write(head.getBytes(ISO_8859_1));
        out.write(bytes);
        out.flush();
    }
}
