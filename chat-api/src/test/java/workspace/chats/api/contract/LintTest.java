package workspace.chats.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicurio.datamodels.Library;
import io.apicurio.datamodels.validation.ValidationProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Apicurio's validator finds nothing in the document. It needs no more than Maven does. */
class LintTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CREATE = "/paths/~1api~1v2~1w~1{workspace_uuid}~1chats/post";
    private static final String ID = "/components/schemas/ChatResponse/properties/id";

    /** What JSON Schema 2020-12 knows and the validator does not. */
    private static final Set<String> UNKNOWN_TO_IT = Set.of("UNKNOWN-001 propertyNames");

    private final JsonNode document = committed();

    @Test
    void findsNothing() {
        assertThat(problems(document)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/info, title, INF-001",
        CREATE + "/responses/201, description, RES-001",
        CREATE + "/parameters/0, name, PAR-001",
    })
    void noticesWhatIsMissing(String place, String name, String code) {
        assertThat(document.at(place).has(name)).isTrue();
        ((ObjectNode) document.at(place)).remove(name);
        assertThat(problems(document)).anyMatch(problem -> problem.startsWith(code));
    }

    @ParameterizedTest
    @CsvSource({
        CREATE + ", operationId, listChats, OP-003",
        CREATE + ", surprise, 1, UNKNOWN-001",
        ID + ", type, strange, SCH-003",
        ID + ", $ref, #/components/schemas/Nowhere, SCH-001",
        CREATE + "/parameters/0, in, nowhere, PAR-",
    })
    void noticesWhatIsWrong(String place, String name, String value, String code) {
        ((ObjectNode) document.at(place)).put(name, value);
        assertThat(problems(document)).anyMatch(problem -> problem.startsWith(code));
    }

    private static List<String> problems(JsonNode document) {
        var read = Library.readDocumentFromJSONString(readable(document).toString());
        return Library.validate(read, null).stream()
                .filter(problem ->
                        !UNKNOWN_TO_IT.contains(problem.errorCode + " " + problem.property))
                .map(LintTest::words)
                .toList();
    }

    private static String words(ValidationProblem problem) {
        return problem.errorCode + " " + problem.nodePath + " " + problem.message;
    }

    /** Examples make it stumble (2.5.0); {@code ContractTest} holds them against their schemas. */
    private static JsonNode readable(JsonNode document) {
        var copy = document.deepCopy();
        for (var media : copy.findParents("examples")) {
            ((ObjectNode) media).remove("examples");
        }
        return copy;
    }

    private static JsonNode committed() {
        try {
            return JSON.readTree(Files.readString(Path.of("src/main/resources/openapi.json")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
