package workspace.chats.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.testing.Contract;
import workspace.chats.events.ReasonCode;

/** The codes of the committed document are those of the code and those of the page for people. */
class CodesTest {

    private static final Path PAGE = Path.of("../docs/reason-codes.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*$");

    private final Contract contract = Contract.committed();

    @Test
    void namesTheReasonsThatThereAre() {
        assertThat(words("ReasonCode"))
                .containsExactlyElementsOf(
                        Arrays.stream(ReasonCode.values()).map(ReasonCode::code).toList());
    }

    @Test
    void explainsTheReasonsAsThePageDoes() throws IOException {
        var page = rows(Files.readString(PAGE));
        assertThat(page).hasSameSizeAs(words("ReasonCode"));
        assertThat(rows(description("ReasonCode"))).isEqualTo(page);
    }

    @Test
    void namesEveryFlaw_andEveryConflictOfARetry() {
        assertThat(words("FlawCode"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        Arrays.stream(Flaw.values()).map(Flaw::code),
                                        conflicts().stream(),
                                        words("ReasonCode").stream())
                                .flatMap(all -> all)
                                .distinct()
                                .toList());
    }

    @Test
    void explainsEveryFlaw() {
        assertThat(rows(description("FlawCode"))).hasSize(Flaw.values().length);
    }

    private List<String> words(String component) {
        return contract.component(component)
                .path("enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private String description(String component) {
        return contract.component(component).path("description").asString();
    }

    private static List<String> rows(String text) {
        return ROW.matcher(text).results().map(row -> row.group()).toList();
    }

    /** They are nobody's business outside their package, so they are read from its source. */
    private static List<String> conflicts() {
        try {
            var source =
                    Files.readString(
                            Path.of("src/main/java/workspace/chats/api/chat/retry/Conflict.java"));
            return Pattern.compile("new Conflict\\(\\s*\"(\\w+)\"")
                    .matcher(source)
                    .results()
                    .map(constant -> constant.group(1))
                    .toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
