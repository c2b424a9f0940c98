package workspace.chats.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.events.WrittenEvents.WrittenEvent;

/** A version of this software reads what every version before it wrote, and reads all of it. */
class PastEventsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final EventCodec codec = new EventCodec();

    static List<WrittenEvent> written() {
        return WrittenEvents.all();
    }

    @ParameterizedTest
    @MethodSource("written")
    void areReadWithNothingLostOrChanged(WrittenEvent past) {
        var event = codec.read(past.type(), past.json().getBytes(UTF_8));

        assertThat(holds(JSON.readTree(codec.write(event)), JSON.readTree(past.json()))).isTrue();
    }

    @Test
    void areMissed_whenAFieldIsGoneOrSaysSomethingElse() {
        var past = JSON.readTree("{\"a\":{\"b\":1},\"c\":[1,2]}");

        assertThat(holds(JSON.readTree("{\"a\":{\"b\":1,\"new\":2},\"c\":[1,2]}"), past)).isTrue();
        assertThat(holds(JSON.readTree("{\"a\":{\"new\":2},\"c\":[1,2]}"), past)).isFalse();
        assertThat(holds(JSON.readTree("{\"a\":{\"b\":2},\"c\":[1,2]}"), past)).isFalse();
        assertThat(holds(JSON.readTree("{\"a\":{\"b\":1},\"c\":[1]}"), past)).isFalse();
    }

    private static boolean holds(JsonNode now, JsonNode past) {
        if (past.isObject() && now.isObject()) {
            return past.properties().stream()
                    .allMatch(it ->
                            now.has(it.getKey()) && holds(now.get(it.getKey()), it.getValue()));
        }
        if (past.isArray() && now.isArray() && past.size() == now.size()) {
            return IntStream.range(0, past.size()).allMatch(i -> holds(now.get(i), past.get(i)));
        }
        return past.equals(now);
    }
}
