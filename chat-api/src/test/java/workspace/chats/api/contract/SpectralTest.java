package workspace.chats.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spectral finds nothing in the document. Where it cannot be had, {@code LintTest} is alone. */
class SpectralTest {

    private static final Path COMMITTED = Path.of("src/main/resources/openapi.json");
    private static final String LIST = "/paths/~1api~1v2~1w~1{workspace_uuid}~1chats/get";

    @BeforeAll
    static void hasIt() {
        assumeThat(Spectral.isThere()).as("Node and a registry to get Spectral from").isTrue();
    }

    @Test
    void findsNothing() {
        assertThat(Spectral.problems(COMMITTED)).isEmpty();
    }

    @Test
    void noticesWhatIsWrong(@TempDir Path folder) throws IOException {
        var document = new JsonMapper().readTree(Files.readString(COMMITTED));
        ((ArrayNode) document.at(LIST + "/tags")).set(0, "Nowhere");
        ((ObjectNode) document.at(LIST)).put("operationId", "createChat").remove("description");
        ((ObjectNode) document.at("/components/schemas")).putObject("Unused").put("type", "string");
        ((ObjectNode) document.at("/info")).remove("contact");
        var changed = Files.writeString(folder.resolve("openapi.json"), document.toString());

        assertThat(rules(Spectral.problems(changed)))
                .contains(
                        "operation-tag-defined",
                        "operation-operationId-unique",
                        "operation-description",
                        "oas3-unused-component",
                        "info-contact");
    }

    private static List<String> rules(List<String> problems) {
        return problems.stream()
                .map(problem -> problem.substring(0, problem.indexOf(' ')))
                .toList();
    }
}
