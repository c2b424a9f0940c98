package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The TypeScript client, as a front end would have it: installed, generated from the document,
 * compiled strictly and used. Where there is no Node.js there are no such tests, and none is
 * counted; the output says so.
 */
class TypeScriptClientIT {

    private final Node node = new Node(Path.of("../chat-client/typescript").toAbsolutePath());
    private final String title = "Typed " + UUID.randomUUID();

    @TestFactory
    Stream<DynamicTest> whereNodeIsPresent() {
        if (!node.isHere()) {
            return none("there is no Node.js of 20 or later with npm");
        }
        if (!node.installs()) {
            return none("npm reaches no registry");
        }
        System.out.println("TypeScript: its client is tested");
        return Stream.of(
                dynamicTest("compilesStrictly", this::compilesStrictly),
                dynamicTest("speaksWithTheGateway", this::speaksWithTheGateway));
    }

    private static Stream<DynamicTest> none(String because) {
        System.out.println("TypeScript: its client is not tested, because " + because);
        return Stream.empty();
    }

    private void compilesStrictly() {
        node.script("generate", Map.of());
        node.script("check", Map.of());
    }

    private void speaksWithTheGateway() {
        var system = RunningSystem.get();
        var demo = system.workspace("demo");
        var environment =
                Map.of(
                        "CHATS_URL", system.url("apiUrl"),
                        "CHATS_TOKEN", demo.member("operator").token(),
                        "CHATS_WORKSPACE", demo.id(),
                        "CHATS_TITLE", title);

        var told = Json.read(node.script("walk", environment));

        var chats =
                system.tables("chat-api")
                        .texts("select id::text from chat where title = '" + title + "'");
        assertThat(chats).containsExactly(told.path("created").asString());
        assertThat(told.path("found").valueStream().map(id -> id.asString()))
                .containsExactlyElementsOf(chats);
        assertThat(told.at("/read/metadata/from").asString()).isEqualTo("typescript");
        assertThat(told.at("/notFound/status").asInt()).isEqualTo(404);
        assertThat(
                        told.at("/refused/errors")
                                .valueStream()
                                .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("channel", "title");
    }
}
