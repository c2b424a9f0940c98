package workspace.chats.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document takes back nothing that was released. {@code released.json} is replaced by hand,
 * when a version is given out or something is broken on purpose.
 */
class CompatibilityTest {

    private static final String CREATE = "/components/schemas/CreateChatRequest";
    private static final String CHAT = "/components/schemas/ChatResponse";
    private static final String CHATS = "/paths/~1api~1v2~1w~1{workspace_uuid}~1chats";

    private final JsonNode committed = read("src/main/resources/openapi.json");
    private final JsonNode changed = committed.deepCopy();

    @Test
    void breaksNoClientOfWhatWasReleased() {
        var released = read("src/test/resources/contract/released.json");
        assertThat(released.path("paths").isEmpty()).isFalse();
        assertThat(Compatibility.breaks(released, committed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        CHATS + ", post",
        CHATS + "/post/responses, 201",
        CHATS + "/post/responses/201/headers, Location",
        CREATE + "/properties, title",
        CHAT + "/properties, title",
        CHAT + "/properties, id",
    })
    void noticesWhatIsGone(String place, String name) {
        assertThat(changed.at(place).has(name)).isTrue();
        ((ObjectNode) changed.at(place)).remove(name);
        assertThat(Compatibility.breaks(committed, changed)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        CHAT + "/properties/id, type",
        CHAT + "/properties/createdAt, format",
        CREATE + "/properties/title, pattern",
        "/components/schemas/Call/properties/simulated, type",
        "/components/schemas/Channel, type",
    })
    void noticesWhatIsSomethingElse(String place, String keyword) {
        ((ObjectNode) changed.at(place)).put(keyword, "other");
        assertThat(Compatibility.breaks(committed, changed)).isNotEmpty();
    }

    @Test
    void noticesWhatIsAskedForAnew() {
        ((ArrayNode) changed.at(CREATE + "/required")).add("memberId");
        assertThat(Compatibility.breaks(committed, changed)).hasSize(1);
    }

    @Test
    void noticesWhatIsNoLongerAlwaysThere() {
        ((ArrayNode) changed.at(CHAT + "/required")).remove(0);
        assertThat(Compatibility.breaks(committed, changed)).isNotEmpty();
    }

    @Test
    void noticesNarrowerLimits_andTakesWiderOnes() {
        var title = (ObjectNode) changed.at(CREATE + "/properties/title");
        title.put("maxLength", 300);
        assertThat(Compatibility.breaks(committed, changed)).isEmpty();
        title.put("maxLength", 100);
        assertThat(Compatibility.breaks(committed, changed)).hasSize(1);
    }

    @Test
    void noticesWordsThatMayNotBeSaidAnyMore_andOnesThatNobodyKnows() {
        var channels = (ArrayNode) changed.at("/components/schemas/Channel/enum");
        channels.remove(0);
        assertThat(Compatibility.breaks(committed, changed)).anyMatch(b -> b.contains("body"));
        channels.insert(0, committed.at("/components/schemas/Channel/enum/0")).add("fax");
        assertThat(Compatibility.breaks(committed, changed)).isNotEmpty();
    }

    @Test
    void noticesAScopeThatWasNotNeeded() {
        ((ArrayNode) changed.at(CHATS + "/post/x-scopes")).add("chats:write");
        assertThat(Compatibility.breaks(committed, changed)).hasSize(1);
    }

    @Test
    void takesWhatIsMerelyMore() {
        ((ObjectNode) changed.at(CHAT + "/properties")).putObject("mood").put("type", "string");
        ((ObjectNode) changed.at(CREATE + "/properties")).putObject("mood").put("type", "string");
        ((ArrayNode) changed.at("/components/schemas/ReasonCode/enum")).add("moon_phase");
        ((ObjectNode) changed.at("/paths")).putObject("/new").putObject("get");
        assertThat(Compatibility.breaks(committed, changed)).isEmpty();
    }

    private static JsonNode read(String file) {
        try {
            return new JsonMapper().readTree(Files.readString(Path.of(file)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
