package workspace.chats.api.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.RunningApi;

/** Sends requests: through the HTTP client and past the document, or as bytes where it refuses. */
final class Gun {

    private static final RunningApi api = RunningApi.get();
    private static final int PATIENCE = 30_000;

    private Gun() {}

    static Reply fire(Shot shot) {
        return built(shot).map(Gun::clean).orElseGet(() -> raw(shot));
    }

    /** Nothing for what no well-behaved client sends. */
    private static Optional<HttpRequest.Builder> built(Shot shot) {
        try {
            var request = api.request(shot.target());
            shot.headers().stream()
                    .filter(header -> !header.getValue().isEmpty())
                    .forEach(header -> request.header(header.getKey(), header.getValue()));
            request.method(shot.method(), publisher(shot));
            return isAscii(shot) ? Optional.of(request) : Optional.empty();
        } catch (IllegalArgumentException notHttp) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(Shot shot) {
        return shot.headers().stream().allMatch(h -> h.getValue().matches("\\p{Print}*"));
    }

    private static HttpRequest.BodyPublisher publisher(Shot shot) {
        return shot.call().body().isMissingNode()
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(shot.bytes());
    }

    private static Reply clean(HttpRequest.Builder request) {
        long start = System.nanoTime();
        var answer = api.exchange(request.build());
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new Reply(
                answer.status(),
                answer.headers().map().toString(),
                answer.text(),
                answer,
                flaw(request.build(), answer),
                took);
    }

    private static @Nullable String flaw(HttpRequest request, Answer answer) {
        try {
            RunningApi.holdAgainstTheDocument(request, answer);
            return null;
        } catch (AssertionError | RuntimeException flaw) {
            return String.valueOf(flaw.getMessage());
        }
    }

    private static Reply raw(Shot shot) {
        long start = System.nanoTime();
        var text = exchanged(shot);
        var took = Duration.ofNanos(System.nanoTime() - start);
        var parts = text.split("\r\n\r\n", 2);
        var status = parts[0].matches("(?s)HTTP/1.1 \\d{3}.*") ? parts[0].substring(9, 12) : "0";
        var flaw = status.equals("0") ? "no answer: " + text : null;
        return new Reply(
                Integer.parseInt(status),
                parts[0],
                parts.length < 2 ? "" : parts[1],
                null,
                flaw,
                took);
    }

    private static String exchanged(Shot shot) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(PATIENCE);
            Thread.startVirtualThread(() -> send(shot, socket));
            return heard(socket);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void send(Shot shot, Socket socket) {
        try {
            socket.getOutputStream().write(bytes(shot));
        } catch (IOException cut) {
            // whoever has answered need not read on; without an answer there is a complaint
        }
    }

    /** All that came before the other side hung up, politely or not. */
    private static String heard(Socket socket) {
        var bytes = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(bytes);
        } catch (IOException impolite) {
            return bytes.toString(UTF_8);
        }
        return bytes.toString(UTF_8);
    }

    private static byte[] bytes(Shot shot) throws IOException {
        var head = new StringBuilder();
        head.append(
                "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        .formatted(shot.method().toUpperCase(Locale.ROOT), shot.target()));
        shot.headers().forEach(h -> head.append(h.getKey() + ": " + h.getValue() + "\r\n"));
        head.append("Content-Length: " + shot.body().length() + "\r\n\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.write(head.toString().getBytes(ISO_8859_1));
        bytes.write(shot.bytes());
        return bytes.toByteArray();
    }
}
