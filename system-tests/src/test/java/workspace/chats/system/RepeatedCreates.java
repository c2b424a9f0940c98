package workspace.chats.system;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * Callers that create the same chat over and over, each on its own kept-alive connection: as little
 * work as a client can have, because it shares the machine with what is measured.
 */
final class RepeatedCreates {

    private static final String LENGTH = "content-length:";

    private final URI url;
    private final byte[] request;
    private final String expected;

    RepeatedCreates(String url, String token) {
        this(url, token, "{\"channel\":\"web-chat\"}");
    }

    RepeatedCreates(String url, String token, String body) {
        this(url, token, body, 201);
    }

    /**
     * Nobody waits for what becomes of a first message.
     *
     * @param answer the status that each of them must have
     */
    RepeatedCreates(String url, String token, String body, int answer) {
        this.url = URI.create(url);
        this.expected = " " + answer;
        request =
                """
                POST %s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Prefer: respond-async\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(
                                this.url.getPath(),
                                this.url.getAuthority(),
                                token,
                                body.length(),
                                body)
                        .getBytes(StandardCharsets.US_ASCII);
    }

    double perSecond(int callers, Duration time) {
        var created = new LongAdder();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        create(callers, created, () -> System.nanoTime() < end);
        return created.sum() / ((System.nanoTime() - start) / 1e9);
    }

    /** Returns how many were created: at least so many, unless the callers were sent away. */
    long create(int callers, int chats) {
        var created = new LongAdder();
        create(callers, created, () -> created.sum() < chats);
        return created.sum();
    }

    private void create(int callers, LongAdder created, BooleanSupplier goesOn) {
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (int i = 0; i < callers; i++) {
                threads.execute(() -> createWhile(goesOn, created));
            }
        }
    }

    private void createWhile(BooleanSupplier goesOn, LongAdder created) {
        try {
            while (goesOn.getAsBoolean()) {
                createOnOneConnectionWhile(goesOn, created);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns early when the server has had enough of the connection. */
    private void createOnOneConnectionWhile(BooleanSupplier goesOn, LongAdder created)
            throws IOException {
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            boolean isOpen = true;
            while (isOpen && goesOn.getAsBoolean()) {
                socket.getOutputStream().write(request);
                isOpen = readAnswer(in);
                created.increment();
            }
        }
    }

    private boolean readAnswer(InputStream in) throws IOException {
        var status = line(in);
        if (!status.contains(expected)) {
            throw new IOException("not%s: %s".formatted(expected, status));
        }
        var headers = headers(in);
        if (headers.contains("transfer-encoding: chunked")) {
            skipChunks(in);
        } else {
            in.skipNBytes(length(headers));
        }
        return !headers.contains("connection: close");
    }

    private static Set<String> headers(InputStream in) throws IOException {
        var headers = new HashSet<String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            headers.add(header.toLowerCase(Locale.ROOT));
        }
        return headers;
    }

    private static int length(Set<String> headers) {
        return headers.stream()
                .filter(header -> header.startsWith(LENGTH))
                .mapToInt(header -> Integer.parseInt(header.substring(LENGTH.length()).strip()))
                .findFirst()
                .orElse(0);
    }

    private static void skipChunks(InputStream in) throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(in).strip(), 16);
            in.skipNBytes(size + 2L);
        } while (size > 0);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        int c;
        while ((c = in.read()) != '\n') {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
