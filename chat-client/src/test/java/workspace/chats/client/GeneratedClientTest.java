package workspace.chats.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import workspace.chats.client.model.ChatResponse;
import workspace.chats.client.model.MessageStatus;
import workspace.chats.client.model.ReasonCode;
import workspace.chats.client.model.UpdateChatRequest;

/** Whoever has the generated client can say everything that the document lets him say. */
class GeneratedClientTest {

    private final ObjectMapper mapper = ApiClient.createDefaultObjectMapper();
    private final Published published = new Published();

    @Test
    void everyOperationIsAMethod_andNothingElseIs() {
        var operations =
                published
                        .operations()
                        .map(operation -> operation.path("operationId").asString())
                        .toList();

        assertThat(operations).hasSizeGreaterThan(50);
        assertThat(
                        published
                                .operations()
                                .map(GeneratedClientTest::className)
                                .distinct()
                                .flatMap(GeneratedClientTest::calls))
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void everyExampleOfTheDocumentComesThroughWhole() {
        assertThat(published.samples().count()).isGreaterThan(500);
        published.samples().forEach(this::comesThrough);
    }

    private void comesThrough(Published.Sample sample) {
        var type = type("workspace.chats.client.model." + sample.component());
        var read = mapper.treeToValue(sample.body(), type);
        assertThat(mapper.readTree(mapper.writeValueAsString(read)))
                .as("%s in %s", sample.component(), sample.operation())
                .isEqualTo(sample.body());
    }

    @Test
    void aChangeTellsClearFromLeaveAlone() {
        assertThat(mapper.writeValueAsString(new UpdateChatRequest())).isEqualTo("{}");
        assertThat(mapper.writeValueAsString(new UpdateChatRequest().title(null)))
                .isEqualTo("{\"title\":null}");
        assertThat(mapper.writeValueAsString(new UpdateChatRequest().title("Ann").paused(true)))
                .isEqualTo("{\"title\":\"Ann\",\"paused\":true}");
    }

    @Test
    void wordsAndFieldsThatTheClientDoesNotKnowYetDoNotBreakIt() {
        var chat =
                mapper.readValue(
                        """
                        {"initialMessageStatus": "teleported", "initialMessageError": "too_new", "mood": "fine"}
                        """,
                        ChatResponse.class);

        assertThat(chat.getInitialMessageStatus())
                .isEqualTo(MessageStatus.UNKNOWN_DEFAULT_OPEN_API);
        assertThat(chat.getInitialMessageError()).isEqualTo(ReasonCode.UNKNOWN_DEFAULT_OPEN_API);
    }

    /** The calls of "Phone numbers" are in {@code PhoneNumbersApi}. */
    private static String className(JsonNode operation) {
        var words = operation.path("tags").path(0).asString().split("[ -]");
        return Arrays.stream(words)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .reduce("workspace.chats.client.", String::concat)
                .concat("Api");
    }

    private static Stream<String> calls(String className) {
        return Arrays.stream(type(className).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> name.endsWith("WithHttpInfo"))
                .map(name -> name.replace("WithHttpInfo", ""))
                .distinct();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
