package workspace.chats.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What real phones received, told by the Twilio simulator's journal, and the faults it can be asked
 * for.
 */
final class Phones {

    private static final Duration QUIET = Duration.ofSeconds(3);

    private final String twilioUrl;

    Phones(String twilioUrl) {
        this.twilioUrl = twilioUrl;
    }

    long texts(String body) {
        return count("messages", "body", body);
    }

    long callsTo(String number) {
        return count("calls", "to", number);
    }

    Stream<String> bodies() {
        return journal().path("messages").valueStream().map(text -> text.path("body").asString(""));
    }

    /** When each text that begins like this was there, in milliseconds since 1970, by its words. */
    Map<String, Long> arrivals(String beginning) {
        return journal()
                .path("messages")
                .valueStream()
                .filter(text -> text.path("body").asString("").startsWith(beginning))
                .collect(
                        toMap(
                                text -> text.path("body").asString(""),
                                text -> text.path("at").asLong()));
    }

    JsonNode journal() {
        return Http.get(twilioUrl + "/_sim/journal", Map.of()).body();
    }

    void gotOnce(String body) {
        Eventually.within(
                Duration.ofSeconds(10), "one text", () -> assertThat(texts(body)).isEqualTo(1));
    }

    void gotOnceAndNoMore(String body) {
        gotOnce(body);
        Eventually.staysFor(QUIET, "still one text", () -> assertThat(texts(body)).isEqualTo(1));
    }

    void neverGet(String body) {
        Eventually.staysFor(QUIET, "no text", () -> assertThat(texts(body)).isZero());
    }

    /** The next request for this resource meets that fault: hang, reset, dropAfterAccept. */
    void meet(String resource, String mode) {
        ask(Map.of("resource", resource, "mode", mode, "times", 1));
    }

    /** The next {@code times} requests for this resource are answered with that status. */
    void answer(String resource, int times, int status) {
        ask(Map.of("resource", resource, "mode", "status", "times", times, "status", status));
    }

    /** The next request for this resource is refused with Twilio's own code for why. */
    void refuse(String resource, int code) {
        ask(
                Map.of(
                        "resource",
                        resource,
                        "mode",
                        "status",
                        "times",
                        1,
                        "status",
                        400,
                        "code",
                        code));
    }

    private void ask(Map<String, Object> fault) {
        var reply = Http.post(twilioUrl + "/_sim/faults", Map.of(), Json.write(fault));
        assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    }

    private long count(String kind, String field, String value) {
        return journal()
                .path(kind)
                .valueStream()
                .filter(entry -> entry.path(field).asString("").equals(value))
                .count();
    }
}
