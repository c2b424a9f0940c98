package workspace.chats.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import workspace.chats.api.body.Body;
import workspace.chats.api.testing.Contract;

/** The committed document says what is served, all of it, and nothing else. */
class ContractTest {

    private static final Path COMMITTED = Path.of("src/main/resources/openapi.json");
    private static final String WRITE = "contract.write";

    private final Document document = Document.of(Operations.all());
    private final JsonNode json = document.json();

    @Test
    void isWhatIsCommitted() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(COMMITTED, document.text());
        }
        assertThat(document.text())
                .as(
                        "the document has changed; write it with mvn -pl chat-api -am test -Dtest=ContractTest -Dcontract.write=true -Dsurefire.failIfNoSpecifiedTests=false, look at the difference and commit it")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void describesEveryCallThatIsServed_andNoOther() {
        assertThat(Operations.all().stream().map(Operation::call))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Endpoint.all().stream()
                                .map(Endpoint::call)
                                .filter(call -> call.contains(" /api/"))
                                .distinct()
                                .toList());
    }

    @Test
    void saysWhichCallsHaveABody() {
        var withBody =
                Operations.all().stream()
                        .filter(operation -> operation.body != null)
                        .map(Operation::call)
                        .toList();
        assertThat(Endpoint.all().stream().filter(e -> e.takes(Body.class)).map(Endpoint::call))
                .containsExactlyInAnyOrderElementsOf(withBody);
    }

    @Test
    void explainsEverythingThatIsAnswered_andNothingElse() {
        assertThat(document.meanings().missing()).isEmpty();
        assertThat(document.meanings().stale()).isEmpty();
    }

    @Test
    void showsEveryStatusByTrueExamples() {
        var contract = new Contract(json);
        var bodies = json.path("paths").findValues("content");
        assertThat(bodies).isNotEmpty();
        for (var body : bodies) {
            var media = body.iterator().next();
            assertThat(media.path("examples").isEmpty()).as("no example: " + body).isFalse();
            for (var example : media.path("examples")) {
                assertThat(contract.flaws(media.path("schema"), example.path("value")))
                        .as(example.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void hasABodyForEverySuccess_butTheEmptyOnes() {
        for (var response : json.path("paths").findValues("responses")) {
            response.properties().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .forEach(answer ->
                            assertThat(answer.getValue().has("content"))
                                    .as(answer.toString())
                                    .isEqualTo(!answer.getKey().equals("204")));
        }
    }

    @Test
    void describesEveryProperty_parameterAndHeader() {
        var described =
                Stream.of("properties", "parameters", "headers")
                        .flatMap(kind -> json.findValues(kind).stream())
                        .flatMap(JsonNode::valueStream)
                        .toList();
        assertThat(described)
                .hasSizeGreaterThan(500)
                .allSatisfy(
                        thing -> assertThat(thing.path("description").asString("")).isNotBlank());
    }

    @Test
    void refersToNothingThatIsNotThere() {
        var references = json.findValues("$ref");
        assertThat(references).isNotEmpty();
        for (var reference : references) {
            var place = reference.stringValue();
            assertThat(json.at(place.substring(1)).isMissingNode()).as(place).isFalse();
        }
    }
}
