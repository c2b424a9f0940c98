package workspace.chats.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event has a committed sample: what other teams see is what we write, to the byte. */
class WireFormTest {

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource
    void readsAndRewritesItsSampleByteForByte(EventType type) {
        var sample = WrittenEvents.newest(type);

        assertThat(new String(codec.write(read(type, sample)), UTF_8)).isEqualTo(sample);
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryFieldInItsSample(EventType type) {
        var sample = new JsonMapper().readTree(WrittenEvents.newest(type));

        assertThat(missing(type.eventClass(), sample)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void skipsFieldsOfNewerProducers(EventType type) {
        var sample = WrittenEvents.newest(type);
        var newer = sample.replaceFirst("\\{", "{\"fromTheFuture\":{\"a\":[1]},");

        assertThat(read(type, newer)).isEqualTo(read(type, sample));
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsWireName(EventType type) {
        assertThat(EventType.ofWireName(type.wireName())).contains(type);
        assertThat(type.wireName()).matches("workspace\\.chats\\.[A-Z][A-Za-z]+\\.v1");
        assertThat(Topics.ALL).contains(type.topic());
    }

    @Test
    void tellsAnotherVersionOfWhatItKnows_fromWhatItDoesNotKnow() {
        assertThat(EventType.isOtherVersion("workspace.chats.ChatCreated.v2")).isTrue();
        assertThat(EventType.isOtherVersion("workspace.chats.ChatCreated.v1")).isFalse();
        assertThat(EventType.isOtherVersion("workspace.chats.ChatForgotten.v2")).isFalse();
        assertThat(EventType.isOtherVersion("workspace.chats.ChatCreated")).isTrue();
    }

    @Test
    void skipsTypesOfNewerProducers() {
        assertThat(EventType.ofWireName("workspace.chats.ChatForgotten.v1")).isEmpty();
    }

    @Test
    void refusesWhatIsNoEventWithoutQuotingIt() {
        for (var wrong :
                new String[] {"", "null", "{}", "[]", "Ann +14155550100", "{\"chatId\":\"Ann\"}"}) {
            assertThatExceptionOfType(UndecodableEvent.class)
                    .isThrownBy(() -> codec.read(EventType.CHAT_CREATED, wrong.getBytes(UTF_8)))
                    .withMessageNotContainingAny("Ann", "4155")
                    .withNoCause();
        }
    }

    private Event read(EventType type, String json) {
        return codec.read(type, json.getBytes(UTF_8));
    }

    /** The fields of that record, and of the records in it, which are not there. */
    private static List<String> missing(Class<?> record, JsonNode there) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(field -> missing(field, there.path(field.getName())))
                .toList();
    }

    private static Stream<String> missing(RecordComponent field, JsonNode there) {
        if (there.isMissingNode()) {
            return Stream.of(field.getName());
        }
        if (there.isObject()) {
            return missing(field.getType(), there).stream();
        }
        return there.isArray() ? missing(itemOf(field), there.path(0)).stream() : Stream.empty();
    }

    private static Class<?> itemOf(RecordComponent list) {
        var type = (ParameterizedType) list.getGenericType();
        return (Class<?>) type.getActualTypeArguments()[0];
    }
}
