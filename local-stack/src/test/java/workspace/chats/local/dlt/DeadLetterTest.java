package workspace.chats.local.dlt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import workspace.chats.events.EventMeta;

class DeadLetterTest {

    private static final String NAME = "chat.events.channel-dispatcher.dlt-0@17";

    @Test
    void tellsWhatItsHeadersSay() {
        var letter = Some.letter();

        assertThat(letter.place()).hasToString(NAME).isEqualTo(Place.of(NAME));
        assertThat(letter.code()).isEqualTo("undecodable");
        assertThat(letter.eventId()).contains(Some.META.id());
        assertThat(letter.type()).contains("workspace.chats.MessageCreated.v1");
        assertThat(letter.workspaceId()).contains(Some.WORKSPACE);
        assertThat(letter.at()).isEqualTo(Instant.ofEpochSecond(1));
    }

    @Test
    void tellsNothing_whereItsHeadersAreBroken() {
        var letter =
                Some.letter(
                        Map.of("ce_id", "Ann", "ce_type", "Ann Jones", "workspaceid", "Ann"), "");

        assertThat(letter.eventId()).isEmpty();
        assertThat(letter.type()).isEmpty();
        assertThat(letter.workspaceId()).isEmpty();
    }

    @Test
    void isKnownByItsOrigin() {
        var origin = UUID.randomUUID();

        assertThat(Some.letterWith(EventMeta.MENDED_OF, origin.toString()).eventId())
                .contains(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "topic@17", "topic-0", "topic-0@", "topic-x@1", "-0@1"})
    void isNamedInOneWay(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Place.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "true, --consumer channel-dispatcher",
        "false, --consumer voice-caller",
        "true, --topic chat.events --code undecodable",
        "false, --topic call.events --code undecodable",
        "false, --code refused",
        "false, --event 6f1c7d3a-92a5-4b0e-8f52-0d1f5a9c3b77",
        "false, --workspace 6f1c7d3a-92a5-4b0e-8f52-0d1f5a9c3b77",
        "true, " + NAME,
        "false, chat.events.channel-dispatcher.dlt-0@18",
        "false, " + NAME + " --code refused"
    })
    void isChosenByAllThatIsSaid(boolean chosen, String words) {
        var selection = new Selection();
        new CommandLine(selection)
                .registerConverter(Place.class, Place::of)
                .parseArgs(words.split(" "));

        assertThat(selection.isEmpty()).isFalse();
        assertThat(selection.takes(Some.letter())).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({"59, 0 min 59 s", "3600, 1 h 0 min", "90061, 1 d 1 h", "-5, 0 min 0 s"})
    void growsOld(long seconds, String age) {
        assertThat(ListLetters.age(Instant.EPOCH, Instant.ofEpochSecond(seconds))).isEqualTo(age);
    }
}
