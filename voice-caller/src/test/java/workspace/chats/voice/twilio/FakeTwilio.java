package workspace.chats.voice.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The calls part of Twilio, on a port of its own; remembers every request that reached it. */
public final class FakeTwilio implements AutoCloseable {

    /** What to do with a request to place a call. */
    public interface Behaviour {
        void on(HttpExchange exchange) throws IOException;
    }

    private static final String CALL =
            """
            {"sid": "%s", "status": "%s", "date_created": "%s"}\
            """;

    private final HttpServer server;
    private final List<Map<String, String>> posts = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> looks = new CopyOnWriteArrayList<>();
    private final List<String> listed = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = FakeTwilio::accept;

    public FakeTwilio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2010-04-01/Accounts/ACtest/Calls.json", this::serve);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public FakeTwilio does(Behaviour wanted) {
        behaviour = wanted;
        return this;
    }

    /** A call that the list shows from now on; {@code created} as RFC 2822 has it. */
    public FakeTwilio lists(String sid, String status, String created) {
        listed.add(CALL.formatted(sid, status, created));
        return this;
    }

    /** The forms of all requests to place a call to that number. */
    public List<Map<String, String>> postsTo(String number) {
        return posts.stream().filter(post -> number.equals(post.get("To"))).toList();
    }

    public List<Map<String, String>> looks() {
        return looks;
    }

    /** Refuses in words that must not get any further. */
    public static Behaviour refusing(int status, int code) {
        return exchange ->
                answer(
                        exchange,
                        status,
                        """
                        {"code": %d, "status": %d, "message": "+15005550009 is not nice"}\
                        """
                                .formatted(code, status));
    }

    /** Takes the call and drops the line before saying so. */
    public static Behaviour dropping() {
        return HttpExchange::close;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void accept(HttpExchange exchange) throws IOException {
        var sid = "CA" + UUID.randomUUID().toString().replace("-", "");
        answer(exchange, 201, CALL.formatted(sid, "queued", "Sun, 22 Nov 2026 10:15:31 +0000"));
    }

    private void serve(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                posts.add(form(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
                behaviour.on(exchange);
            }
            case "GET" -> {
                looks.add(form(exchange.getRequestURI().getRawQuery()));
                answer(exchange, 200, "{\"calls\": [%s]}".formatted(String.join(",", listed)));
            }
            default -> answer(exchange, 405, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> URLDecoder.decode(pair[0], UTF_8),
                                pair -> URLDecoder.decode(pair[1], UTF_8)));
    }
}
