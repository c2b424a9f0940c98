package workspace.chats.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Twilio's messages, on a port of their own: remembers every request, and what it took. */
public final class FakeTwilio implements AutoCloseable {

    /** What to do with a request to send. */
    public interface Behaviour {
        void on(FakeTwilio twilio, Map<String, String> form, HttpExchange exchange)
                throws IOException;
    }

    private static final DateTimeFormatter TWILIO_TIME =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> looks = new CopyOnWriteArrayList<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Behaviour>> byNumber = new ConcurrentHashMap<>();
    private volatile Behaviour behaviour = accepting();

    public FakeTwilio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2010-04-01/Accounts/ACtest/Messages.json", this::serve);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public FakeTwilio does(Behaviour wanted) {
        behaviour = wanted;
        return this;
    }

    /** One after the other for requests to that number; afterwards as for everybody. */
    public void doesTo(String number, Behaviour... wanted) {
        byNumber.put(number, new ConcurrentLinkedDeque<>(List.of(wanted)));
    }

    /** The forms of all requests to send to that number. */
    public List<Map<String, String>> requestsTo(String number) {
        return requests.stream().filter(form -> number.equals(form.get("To"))).toList();
    }

    public List<Map<String, String>> looks() {
        return looks;
    }

    public static Behaviour accepting() {
        return (twilio, form, exchange) ->
                answer(exchange, 201, twilio.take(form, "queued", null, Instant.now()).json());
    }

    /** Refuses in words that must not get any further. */
    public static Behaviour refusing(int status, int code) {
        return (_, form, exchange) -> {
            var words = form.get("To") + " is not nice";
            answer(exchange, status, Map.of("code", code, "status", status, "message", words));
        };
    }

    /** Takes the message and drops the line before saying so. */
    public static Behaviour takingAndDropping() {
        return (twilio, form, exchange) -> {
            twilio.take(form, "queued", null, Instant.now());
            exchange.close();
        };
    }

    /** Drops the line and takes nothing. */
    public static Behaviour dropping() {
        return (_, _, exchange) -> exchange.close();
    }

    /** Puts a message into the list. */
    public Taken take(
            Map<String, String> form, String status, @Nullable Integer errorCode, Instant created) {
        var sid = "SM" + UUID.randomUUID().toString().replace("-", "");
        var message = new Taken(sid, form, status, errorCode, created);
        taken.addFirst(message);
        return message;
    }

    /** A message that Twilio has. */
    public record Taken(
            String sid,
            Map<String, String> form,
            String status,
            @Nullable Integer errorCode,
            Instant created) {

        public Map<String, Object> json() {
            var json = new HashMap<String, Object>(form.size() + 4);
            form.forEach((name, value) -> json.put(name.toLowerCase(Locale.ROOT), value));
            json.put("sid", sid);
            json.put("status", status);
            json.put("date_created", TWILIO_TIME.format(created.atOffset(ZoneOffset.UTC)));
            if (errorCode != null) {
                json.put("error_code", errorCode);
            }
            return json;
        }

        boolean matches(Map<String, String> query) {
            return List.of("To", "From").stream()
                    .allMatch(name -> Objects.equals(query.get(name), form.get(name)));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            requests.add(form);
            behaviour(form.getOrDefault("To", "")).on(this, form, exchange);
        } else {
            var query = form(exchange.getRequestURI().getRawQuery());
            looks.add(query);
            answer(exchange, 200, Map.of("messages", listed(query)));
        }
    }

    private Behaviour behaviour(String number) {
        var next = byNumber.getOrDefault(number, new ArrayDeque<>()).poll();
        return next == null ? behaviour : next;
    }

    private List<Map<String, Object>> listed(Map<String, String> query) {
        return taken.stream().filter(it -> it.matches(query)).map(Taken::json).toList();
    }

    public static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        try (exchange) {
            var bytes = JSON.writeValueAsBytes(body);
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
