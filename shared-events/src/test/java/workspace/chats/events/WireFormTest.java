package workspace.chats.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every event has one committed sample: what other teams see is what we write, to the byte. */
class WireFormTest {

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource
    void readsAndRewritesItsSampleByteForByte(EventType type) throws IOException {
        var sample = sample(type);

        assertThat(new String(codec.write(codec.read(type, sample)), UTF_8))
                .isEqualTo(new String(sample, UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryFieldInItsSample(EventType type) throws IOException {
        var text = new String(sample(type), UTF_8);

        assertThat(fields(type))
                .allSatisfy(field -> assertThat(text).contains("\"" + field + "\":"));
    }

    @ParameterizedTest
    @EnumSource
    void skipsFieldsOfNewerProducers(EventType type) throws IOException {
        var sample = new String(sample(type), UTF_8);
        var newer = sample.replaceFirst("\\{", "{\"fromTheFuture\":{\"a\":[1]},");

        assertThat(codec.read(type, newer.getBytes(UTF_8)))
                .isEqualTo(codec.read(type, sample(type)));
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

    private static byte[] sample(EventType type) throws IOException {
        try (var in =
                WireFormTest.class.getResourceAsStream("/samples/" + type.wireName() + ".json")) {
            assertThat(in).as("sample of %s", type.wireName()).isNotNull();
            return in.readAllBytes();
        }
    }

    private static String[] fields(EventType type) {
        return Arrays.stream(type.eventClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new);
    }
}
