package workspace.chats.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.api.problem.Problem.FieldError;
import workspace.chats.api.problem.Refused;

class ParametersTest {

    @Test
    void readsWhatIsThere_andNullForWhatIsNot() {
        var id = UUID.randomUUID();
        var asked =
                parameters(
                        "member=" + id,
                        "mine=false",
                        "page=1000",
                        "sort=up",
                        "word=up",
                        "search=knee pain",
                        "since=2026-01-31T09:30:00Z",
                        "empty=");

        assertThat(asked.id("member")).isEqualTo(id);
        assertThat(asked.flag("mine")).isFalse();
        assertThat(asked.whole("page", 1, 1000)).isEqualTo(1000);
        assertThat(asked.choice("sort", Map.of("up", 1))).isEqualTo(1);
        assertThat(asked.word("word", "up"::equals)).isEqualTo("up");
        assertThat(asked.text("search", 9)).isEqualTo("knee pain");
        assertThat(asked.instant("since")).isEqualTo(Instant.parse("2026-01-31T09:30:00Z"));
        assertThat(asked.text("empty", 9)).isNull();
        assertThat(asked.flag("archived")).isNull();
        assertThatCode(asked::refuseWrong).doesNotThrowAnyException();
    }

    @Test
    void refusesEverythingWrongTogether_andEchoesNoValue() {
        var asked =
                parameters(
                        "member=secret",
                        "mine=yes",
                        "page=0",
                        "size=ten",
                        "sort=secret",
                        "word=",
                        "search=0123456789",
                        "nul=\u0000",
                        "since=yesterday",
                        "twice=1",
                        "twice=1",
                        "other=secret",
                        "+15005550006=1");
        asked.id("member");
        asked.flag("mine");
        asked.whole("page", 1, 1000);
        asked.whole("size", 1, 1000);
        asked.choice("sort", Map.of("up", 1));
        asked.word("word", "up"::equals);
        asked.text("search", 9);
        asked.text("nul", 9);
        asked.instant("since");
        assertThat(asked.whole("twice", 1, 9)).isNull();

        assertThat(refusals(asked))
                .containsExactly(
                        "member malformed_id",
                        "mine not_allowed",
                        "page out_of_range",
                        "size malformed_number",
                        "sort not_allowed",
                        "word not_allowed",
                        "search too_long",
                        "nul malformed_text",
                        "since malformed_time",
                        "twice duplicate_parameter",
                        "other unknown_parameter",
                        "(other) unknown_parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 ",
                "+1",
                "1.0",
                "1e3",
                "0x1",
                "\u0661",
                "9999999999999999999999999999999"
            })
    void refusesWhatIsNoWholeNumber(String text) {
        var asked = parameters("page=" + text);
        assertThat(asked.whole("page", Integer.MIN_VALUE, Integer.MAX_VALUE)).isNull();
        assertThat(refusals(asked)).containsExactly("page malformed_number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2147483648", "-9223372036854775", "999999999999999999"})
    void refusesNumbersOutOfRange(String text) {
        var asked = parameters("page=" + text);
        assertThat(asked.whole("page", 0, Integer.MAX_VALUE)).isNull();
        assertThat(refusals(asked)).containsExactly("page out_of_range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void refusesTimesThatNoDatabaseKeeps(String text) {
        var asked = parameters("since=" + text);
        assertThat(asked.instant("since")).isNull();
        assertThat(refusals(asked)).containsExactly("since out_of_range");
    }

    private static List<String> refusals(Parameters asked) {
        var said = new ArrayList<String>();
        assertThatThrownBy(asked::refuseWrong)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> refused.problem().errors().forEach(e -> said.add(word(e))));
        return said;
    }

    private static String word(FieldError error) {
        return error.field() + " " + error.code();
    }

    private static Parameters parameters(String... pairs) {
        var values = new LinkedHashMap<String, String[]>();
        for (var pair : pairs) {
            var parts = pair.split("=", 2);
            values.merge(parts[0], new String[] {parts[1]}, ParametersTest::both);
        }
        return new Parameters(values);
    }

    private static String[] both(String[] first, String[] second) {
        return new String[] {first[0], second[0]};
    }
}
