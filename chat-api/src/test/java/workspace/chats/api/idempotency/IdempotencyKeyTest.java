package workspace.chats.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.api.body.Body;
import workspace.chats.api.problem.Refused;

class IdempotencyKeyTest {

    @Test
    void isTheSame_quotedOrNot() {
        assertThat(key("a_Z-0:.").value()).contains("a_Z-0:.");
        assertThat(key("\"a_Z-0:.\"").value()).contains("a_Z-0:.");
        assertThat(key("k".repeat(255)).value()).contains("k".repeat(255));
    }

    @Test
    void mayBeAbsent() {
        assertThat(key().value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a b", "\"a", "a\"", "'a'", "\"a\";p=1", "ä", "a,b", "a/b"})
    void isRefused_whenMalformed(String header) {
        assertThatThrownBy(key(header)::value).isInstanceOf(Refused.class);
    }

    @Test
    void isRefused_whenTooLong_orNotAlone() {
        assertThatThrownBy(key("k".repeat(256))::value).isInstanceOf(Refused.class);
        assertThatThrownBy(key("a", "a")::value).isInstanceOf(Refused.class);
    }

    @Test
    void standsForWhatABodySays_howeverItIsWritten() {
        var said = fingerprint("/a", "{\"b\": {\"y\": 1, \"x\": [1, 2]}, \"a\": \"t\"}");

        assertThat(
                        fingerprint(
                                "/a",
                                "{\"a\":\"t\",\"n\":null,\"b\":{\"x\":[1,2],\"y\":1,\"z\":null}}"))
                .isEqualTo(said);
        assertThat(fingerprint("/a", "{\"b\": {\"y\": 1, \"x\": [2, 1]}, \"a\": \"t\"}"))
                .isNotEqualTo(said);
        assertThat(fingerprint("/a", "{\"b\": {\"y\": \"1\", \"x\": [1, 2]}, \"a\": \"t\"}"))
                .isNotEqualTo(said);
        assertThat(fingerprint("/b", "{\"b\": {\"y\": 1, \"x\": [1, 2]}, \"a\": \"t\"}"))
                .isNotEqualTo(said);
        assertThat(fingerprint("/a", "no object")).isNotEqualTo(said);
    }

    @Test
    void tellsDefinitionsApart_thatDifferInANull() {
        var said = fingerprint("/a", "{\"definition\": {\"a\": null, \"b\": {\"c\": 1}}}");

        assertThat(fingerprint("/a", "{\"n\":null,\"definition\":{\"b\":{\"c\":1},\"a\":null}}"))
                .isEqualTo(said);
        assertThat(fingerprint("/a", "{\"definition\": {\"b\": {\"c\": 1}}}")).isNotEqualTo(said);
        assertThat(
                        fingerprint(
                                "/a",
                                "{\"definition\": {\"a\": null, \"b\": {\"c\": 1, \"d\": null}}}"))
                .isNotEqualTo(said);
        assertThat(fingerprint("/a", "{\"definition\": null}")).isEqualTo(fingerprint("/a", "{}"));
    }

    private static IdempotencyKey key(String... headers) {
        return new IdempotencyKey(List.of(headers), new UUID(0, 1), "POST /x", "/x");
    }

    private static Fingerprint fingerprint(String path, String json) {
        return Fingerprint.of(path, Body.parse(json.getBytes(StandardCharsets.UTF_8)));
    }
}
