package workspace.chats.api.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        assertThat(Body.parse(JSON.getBytes(StandardCharsets.UTF_8)).fields().text("title"))
                .isEqualTo("a");
    }
}
