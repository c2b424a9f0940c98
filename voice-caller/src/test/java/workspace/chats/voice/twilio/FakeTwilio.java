package workspace.chats.voice.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The calls part of Twilio, on a port of its own; remembers every request that reached it. */
public final class FakeTwilio implements AutoCloseable {

    /** What becomes of a request to place a call, and what is said about it. */
    public record Behaviour(boolean takes, Reply reply) {}

    /** Says something, or nothing, about a call. */
    public interface Reply {
        void to(HttpExchange exchange, String call) throws IOException;
    }

    public static final Behaviour TAKEN =
            new Behaviour(true, (exchange, call) -> answer(exchange, 201, call));

    public static final Behaviour TAKEN_IN_SILENCE =
            new Behaviour(true, (exchange, call) -> exchange.close());

    private static final String CALL =
            """
            {"sid": "%s", "status": "%s", "date_created": "%s"}\
            """;

    /** As Twilio writes them; the SDK reads no other. */
    private static final DateTimeFormatter DATES =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final HttpServer server;
    private final List<Map<String, String>> posts = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> looks = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> listed = new ConcurrentHashMap<>();
    private final Map<String, Deque<Behaviour>> byNumber = new ConcurrentHashMap<>();
    private volatile Behaviour behaviour = TAKEN;

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

    /** One after the other for requests to call that number; afterwards as for everybody. */
    public void doesTo(String number, Behaviour... wanted) {
        byNumber.put(number, new ConcurrentLinkedDeque<>(List.of(wanted)));
    }

    /** A call that the list shows from now on; {@code created} as RFC 2822 has it. */
    FakeTwilio lists(String to, String sid, String status, String created) {
        list(to, CALL.formatted(sid, status, created));
        return this;
    }

    /** The forms of all requests to place a call to that number. */
    public List<Map<String, String>> postsTo(String number) {
        return posts.stream().filter(post -> number.equals(post.get("To"))).toList();
    }

    List<Map<String, String>> looks() {
        return looks;
    }

    /** Refuses in words that must not get any further. */
    public static Behaviour refusing(int status, int code) {
        return new Behaviour(
                false,
                (exchange, call) ->
                        answer(
                                exchange,
                                status,
                                """
                                {"code": %d, "status": %d, "message": "+15005550009 is not nice"}\
                                """
                                        .formatted(code, status)));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "POST" -> post(exchange, form(read(exchange)));
            case "GET" -> look(exchange, form(exchange.getRequestURI().getRawQuery()));
            default -> answer(exchange, 405, "{}");
        }
    }

    private void post(HttpExchange exchange, Map<String, String> form) throws IOException {
        posts.add(form);
        var call = newCall();
        var to = form.getOrDefault("To", "");
        var meets = behaviour(to);
        if (meets.takes()) {
            list(to, call);
        }
        meets.reply().to(exchange, call);
    }

    private Behaviour behaviour(String number) {
        var next = byNumber.getOrDefault(number, new ArrayDeque<>()).poll();
        return next == null ? behaviour : next;
    }

    private void look(HttpExchange exchange, Map<String, String> form) throws IOException {
        looks.add(form);
        var calls = listed.getOrDefault(form.getOrDefault("To", ""), List.of());
        answer(exchange, 200, "{\"calls\": [%s]}".formatted(String.join(",", calls)));
    }

    private void list(String to, String call) {
        listed.computeIfAbsent(to, number -> new CopyOnWriteArrayList<>()).add(call);
    }

    private static String newCall() {
        var sid = "CA" + UUID.randomUUID().toString().replace("-", "");
        return CALL.formatted(sid, "queued", DATES.format(OffsetDateTime.now(UTC)));
    }

    private static String read(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
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
