package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A chat that was created, as its creator saw it in the answer and sees it now. */
final class Chat {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Operator operator;
    private final Http.Reply answer;

    Chat(Operator operator, Http.Reply answer) {
        this.operator = operator;
        this.answer = answer;
    }

    String id() {
        return answer.body().path("id").asString();
    }

    Http.Reply answer() {
        return answer;
    }

    JsonNode now() {
        return operator.gets(id()).body();
    }

    Chat answered(String field, String expected) {
        assertThat(at(answer.body(), field)).as(field).isEqualTo(expected);
        return this;
    }

    Chat answeredWithout(String field) {
        assertThat(answer.body().at(pointer(field)).isMissingNode()).as("no " + field).isTrue();
        return this;
    }

    Chat becomes(String field, String expected) {
        return becomes(field, expected, PATIENCE);
    }

    Chat becomes(String field, String expected, Duration patience) {
        Eventually.within(
                patience,
                field + " becomes " + expected,
                () -> assertThat(at(now(), field)).isEqualTo(expected));
        return this;
    }

    Chat hasNow(String field, String expected) {
        assertThat(at(now(), field)).as(field).isEqualTo(expected);
        return this;
    }

    Chat hasNothingAt(String field) {
        assertThat(now().at(pointer(field)).isMissingNode()).as("no " + field).isTrue();
        return this;
    }

    private static String at(JsonNode body, String field) {
        return body.at(pointer(field)).asString("(absent)");
    }

    private static String pointer(String field) {
        return "/" + field.replace('.', '/');
    }
}
