package workspace.chats.system.faults;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import workspace.chats.system.Http;
import workspace.chats.system.Json;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.Facts;
import workspace.chats.system.history.Finding;

/** The weather of both simulated providers: what goes wrong there, and how often it did. */
record Sky(Course course) {

    private static final List<String> PROVIDERS = List.of("twilioUrl", "mailUrl");

    /** Over Twilio and over the mail server. */
    void become(List<Map<String, Object>> twilio, List<Map<String, Object>> mail) {
        become("twilioUrl", twilio);
        become("mailUrl", mail);
    }

    /** Writes down what was drawn, and lets nothing go wrong any more. */
    void clear() {
        PROVIDERS.forEach(this::writeDown);
        become(List.of(), List.of());
    }

    private void become(String provider, List<Map<String, Object>> shares) {
        var reply =
                Http.post(
                        weather(provider),
                        Map.of(),
                        Json.write(Map.of("seed", course.random().nextInt(), "shares", shares)));
        if (reply.status() != 204) {
            throw new IllegalStateException("no such weather: " + reply.text());
        }
    }

    private void writeDown(String provider) {
        for (var drawn : Http.get(weather(provider), Map.of()).body().valueStream().toList()) {
            course.history().add(fact(drawn));
        }
    }

    private Fact.Drawn fact(JsonNode drawn) {
        return new Fact.Drawn(
                drawn.path("of").asString(),
                drawn.path("fault").asString(),
                drawn.path("percent").asInt(),
                drawn.path("drawn").asInt(),
                drawn.path("asked").asInt(),
                course.now());
    }

    private String weather(String provider) {
        return course.system().url(provider) + "/_sim/weather";
    }

    /** Whether each fault met as many as it should: within four standard deviations, and one. */
    static Stream<Finding> judge(Facts facts) {
        return facts.count(Fact.Drawn.class) == 0
                ? Stream.of(
                        new Finding(Finding.Kind.UNANSWERED, "nobody saw the weather", "history"))
                : facts.of(Fact.Drawn.class)
                        .filter(drawn -> !isFair(drawn))
                        .map(drawn ->
                                new Finding(
                                        Finding.Kind.UNANSWERED,
                                        "met %d of %d, not %d %%"
                                                .formatted(
                                                        drawn.many(), drawn.of(), drawn.percent()),
                                        drawn.whose() + " " + drawn.fault()));
    }

    private static boolean isFair(Fact.Drawn drawn) {
        double share = drawn.percent() / 100.0;
        double expected = drawn.of() * share;
        double deviation = Math.sqrt(expected * (1 - share));
        return drawn.of() > 0 && Math.abs(drawn.many() - expected) <= 4 * deviation + 1;
    }
}
