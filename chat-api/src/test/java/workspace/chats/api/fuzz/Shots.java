package workspace.chats.api.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import tools.jackson.databind.JsonNode;
import workspace.chats.api.contract.Call;
import workspace.chats.api.property.Draws;
import workspace.chats.api.testing.RunningApi;

/** Makes requests of every call of the document. */
final class Shots {

    private static final List<Call> CALLS = Call.all().toList();
    private static final RunningApi api = RunningApi.get();

    private static final List<String> TYPES =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/json; charset=utf-16",
                    "application/json; charset=nonsense",
                    "multipart/form-data; boundary=x",
                    "application/x-www-form-urlencoded",
                    "application/merge-patch+json",
                    "json",
                    "");

    /** What stands in a path as it is: not all of it may. */
    private static final List<String> PATHS =
            List.of(
                    "%00",
                    "%2F",
                    "%2e%2e",
                    ";x=y",
                    "%ff%fe",
                    "%",
                    "%zz",
                    "..",
                    ".",
                    "%5c",
                    "a b",
                    "%ED%A0%80",
                    "\u00e9",
                    "[x]",
                    "{x}",
                    "|",
                    "");

    /** Signing is slow. */
    private static final Map<String, String> TOKENS = new HashMap<>();

    private final Draws draws;
    private final Pool pool;
    private final Values values;

    private Shots(Draws draws, Pool pool, int number) {
        this.draws = draws;
        this.pool = pool;
        this.values = new Values(draws, pool, number);
    }

    /** The same for the same choices, as long as no more is known. */
    static Shot of(Draws draws, Pool pool, int number) {
        return new Shots(draws, pool, number).shot();
    }

    private Shot shot() {
        var call = draws.from(CALLS);
        var mood = Mood.of(draws);
        var headers = headers(call, mood);
        var hasBody = !call.body().isMissingNode();
        var body = hasBody ? new Bodies(draws, values).of(call.body(), mood) : new byte[0];
        return new Shot(
                call,
                call.at(path(call, mood)) + query(call, mood),
                headers,
                new String(body, ISO_8859_1));
    }

    private Map<String, String> path(Call call, Mood mood) {
        var path = new HashMap<String, String>();
        for (var parameter : call.parameters("path")) {
            var name = parameter.path("name").stringValue();
            path.put(name, mood.spoils(draws) ? odd() : right(parameter).asString());
        }
        return path;
    }

    private String odd() {
        return switch (draws.below(3)) {
            case 0 -> values.word();
            case 1 -> encoded(values.hostile());
            default -> values.word() + draws.from(PATHS);
        };
    }

    private String query(Call call, Mood mood) {
        var pairs = new ArrayList<String>();
        for (var parameter : call.parameters("query")) {
            var name = parameter.path("name").stringValue();
            if (mood.spoils(draws)) {
                pairs.add(name + "=" + spoilt(parameter));
            } else if (draws.oneIn(3)) {
                pairs.add(name + "=" + encoded(right(parameter).asString()));
            }
        }
        var isRead = !call.parameters("query").isEmpty(); // others do not look at their query
        if (isRead && mood == Mood.CHAOS && draws.oneIn(3)) {
            pairs.add(encoded(values.hostile()) + "=" + odd());
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private String spoilt(JsonNode parameter) {
        var name = parameter.path("name").stringValue();
        var wrong = encoded(values.wrong(name, parameter.path("schema")).asString(""));
        return draws.oneIn(4) ? wrong + "&" + name + "=" + odd() : wrong;
    }

    private List<Entry<String, String>> headers(Call call, Mood mood) {
        var headers = new ArrayList<Entry<String, String>>();
        headers.add(Map.entry("Authorization", token(mood)));
        if (!call.body().isMissingNode()) {
            var odd = mood == Mood.CHAOS && draws.oneIn(4);
            headers.add(Map.entry("Content-Type", odd ? draws.from(TYPES) : "application/json"));
        }
        for (var parameter : call.parameters("header")) {
            var name = parameter.path("name").stringValue();
            if (mood.spoils(draws)) {
                headers.add(Map.entry(name, oddHeader(name)));
            } else if (name.equals("Prefer")) {
                headers.add(Map.entry(name, "respond-async"));
            } else if (draws.oneIn(3)) {
                headers.add(Map.entry(name, name.equals("If-Match") ? "*" : values.word()));
            }
        }
        return headers;
    }

    private String token(Mood mood) {
        if (mood == Mood.CHAOS && draws.oneIn(12)) {
            return draws.from(List.of("Bearer ", "Basic ", "Bearer a.b.", "")) + values.word();
        }
        return "Bearer " + TOKENS.computeIfAbsent(pool.subject(), api.issuer()::token);
    }

    private String oddHeader(String name) {
        return switch (draws.below(6)) {
            case 0 -> values.word() + " " + values.word();
            case 1 -> "\"" + values.word();
            case 2 -> values.word().repeat(60);
            case 3 -> "W/\"" + values.word() + "\", ,*";
            case 4 ->
                    name.equals("Prefer")
                            ? "wait=-1, wait=x;" + values.word()
                            : "\u00e9\u00ff" + values.word();
            default -> "\u0001" + values.word();
        };
    }

    private JsonNode right(JsonNode parameter) {
        return values.right(parameter.path("name").stringValue(), parameter.path("schema"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
