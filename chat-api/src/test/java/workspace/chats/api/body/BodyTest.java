package workspace.chats.api.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;

class BodyTest {

    private static final String JSON = "{\"title\": \"a\"}";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void isReadAsUtf8_whateverElseItMayLookLike(String charset) {
        for (var text : List.of(JSON, "\ufeff" + JSON, "{}", "1")) {
            var body = Body.parse(text.getBytes(Charset.forName(charset)));
            assertThat(body.problems().toList())
                    .as(text)
                    .containsExactly(new FieldProblem("$", Flaw.MALFORMED_JSON));
        }
        assertThat(body(JSON).fields().text("title")).isEqualTo("a");
    }

    @Test
    void keepsNumbersAsTheyWereSent() {
        var sent = "{\"a\":0.12345678901234567890123,\"b\":1.10,\"c\":[12345678901234567890123]}";
        var body = body("{\"any\": " + sent + "}");

        assertThat(body.fields().object("any")).hasToString(sent);
        assertThat(body.problems().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e309",
                "-1e999",
                "1e99999999999",
                "1e-501",
                "0e501",
                "1e-99999999999",
                "1.0e2147483648"
            })
    void refusesANumber_thatNobodyCouldReadBack(String number) {
        assertOutOfRange(number);
    }

    @Test
    void refusesAWholeNumber_thatNobodyCouldReadBack() {
        assertOutOfRange("9".repeat(400));
    }

    private static void assertOutOfRange(String number) {
        var body = body("{\"any\": {\"a\": [%1$s]}, \"rate\": %1$s}".formatted(number));
        assertThat(body.fields().object("any")).isNotNull();
        assertThat(body.problems().toList())
                .containsExactly(new FieldProblem("any", Flaw.OUT_OF_RANGE));
        assertThat(body.fields().decimal("rate")).isIn(0.0, Double.POSITIVE_INFINITY);
    }

    private static Body body(String json) {
        return Body.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
