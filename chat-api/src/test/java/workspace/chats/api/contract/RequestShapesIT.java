package workspace.chats.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

/** Requests are read as the document says: every field and parameter of it, and no other. */
class RequestShapesIT {

    private static final RunningApi api = RunningApi.get();
    private static final Samples SAMPLES = Call.SAMPLES;

    private static final DemoWorkspace workspace = new DemoWorkspace();
    private static final String admin = workspace.human(null, null, "workspace:admin").toString();
    private static final Map<String, String> places = Places.in(workspace, admin);

    static Stream<Call> callsWithABody() {
        return Call.all().filter(call -> call.body().has("properties"));
    }

    static Stream<Call> callsWithoutABody() {
        return Call.all().filter(call -> call.method().equals("GET"));
    }

    @ParameterizedTest
    @MethodSource("callsWithABody")
    void knowsEveryField_andTellsWhenItsTypeIsWrong(Call call) {
        call.body()
                .path("properties")
                .properties()
                .forEach(field -> {
                    var name = field.getKey();
                    var right = send(call, with(call, name, SAMPLES.right(field.getValue())));
                    assertThat(flaws(right, name))
                            .as("right " + name)
                            .doesNotContain("unknown_field", "wrong_type");
                    var wrong = send(call, with(call, name, SAMPLES.wrong(field.getValue())));
                    assertThat(wrong.status()).as("wrong " + name).isEqualTo(400);
                    assertThat(flaws(wrong, name)).as("wrong " + name).contains("wrong_type");
                });
    }

    @ParameterizedTest
    @MethodSource("callsWithABody")
    void refusesEveryOtherField(Call call) {
        var refused = send(call, SAMPLES.object(call.body()).put("surprise", 1));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(flaws(refused, "surprise")).containsExactly("unknown_field");
    }

    @ParameterizedTest
    @MethodSource("callsWithABody")
    void asksForWhatIsRequired(Call call) {
        call.body()
                .path("required")
                .forEach(name -> {
                    var body = SAMPLES.object(call.body());
                    body.remove(name.stringValue());
                    assertThat(flaws(send(call, body), name.stringValue()))
                            .containsExactly("required");
                });
    }

    @ParameterizedTest
    @MethodSource("callsWithoutABody")
    void knowsEveryParameter_andNoOther(Call call) {
        for (var parameter : call.parameters("query")) {
            var name = parameter.path("name").stringValue();
            var value = SAMPLES.right(parameter.path("schema")).asString();
            var answer = call.send(api, admin, call.at(places) + "?" + name + "=" + value, "");
            assertThat(flaws(answer, name)).as(name).doesNotContain("unknown_parameter");
        }
        if (!call.parameters("query").isEmpty()) {
            var refused = call.send(api, admin, call.at(places) + "?surprise=1", "");
            assertThat(flaws(refused, "surprise")).containsExactly("unknown_parameter");
        }
    }

    @Test
    void goesThroughCalls() {
        assertThat(callsWithABody()).isNotEmpty();
    }

    private static ObjectNode with(Call call, String field, JsonNode value) {
        return SAMPLES.object(call.body()).set(field, value);
    }

    private Answer send(Call call, ObjectNode body) {
        return call.send(api, admin, call.at(places), body.toString());
    }

    /** The codes that an answer has for a field and what is in it. */
    private static Stream<String> flaws(Answer answer, String field) {
        return answer.json()
                .path("errors")
                .valueStream()
                .filter(error -> error.path("field").asString().matches(field + "([.\\[].*)?"))
                .map(error -> error.path("code").asString());
    }
}
