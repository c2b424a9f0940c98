package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.testing.Contract;
import workspace.chats.client.ChatsApi;
import workspace.chats.client.model.ChatResponse;

/** Who breaks the contract is found out, by the generated client as by plain HTTP. */
class GatewayTest {

    private static final JsonNode ANSWERS =
            Contract.committed()
                    .document()
                    .at("/paths/~1api~1v2~1w~1{workspace_uuid}~1chats~1{chat_id}/get/responses");

    private final UUID id = UUID.randomUUID();
    private final HttpServer server = server();
    private final String url = "http://127.0.0.1:" + server.getAddress().getPort();

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAnswerThatTheDocumentShowsIsTaken() {
        answers(200, chat());

        assertThat(gets().done().getId()).isNotNull();
        assertThat(getsPlainly().status()).isEqualTo(200);
    }

    @Test
    void aRefusalThatTheDocumentShowsIsAValue() {
        answers(404, example("404", "application~1problem+json"));

        var refusal = gets().refused();

        assertThat(refusal.status()).isEqualTo(404);
        assertThat(refusal.problem().getTitle()).isEqualTo("Not Found");
    }

    @Test
    void aFieldTooManyIsABreach() {
        answers(200, chat().put("mood", "fine"));

        isABreach("mood");
    }

    @Test
    void aFieldTooFewIsABreach() {
        var chat = chat();
        chat.remove("needsResponse");
        answers(200, chat);

        isABreach("needsResponse");
    }

    @Test
    void aStatusThatTheDocumentDoesNotKnowIsABreach() {
        answers(418, example("404", "application~1problem+json"));

        isABreach("418");
    }

    @Test
    void aLineThatBreaksIsNoAnswer() {
        answers(200, "{\"id\":", 1000);
        assertThatThrownBy(this::gets).isInstanceOf(UncheckedIOException.class);

        server.stop(0);
        assertThatThrownBy(this::gets).hasCauseInstanceOf(ConnectException.class);
    }

    private void isABreach(String what) {
        assertThatThrownBy(this::gets)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(what);
        assertThatThrownBy(this::getsPlainly)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(what);
    }

    private Told<ChatResponse> gets() {
        var chats = new ChatsApi(new Gateway(url, "token"));
        return Told.by(() -> chats.getChatWithHttpInfo(id, id));
    }

    private Http.Reply getsPlainly() {
        return Http.get(url + "/api/v2/w/" + id + "/chats/" + id, Map.of());
    }

    private static ObjectNode chat() {
        return (ObjectNode) example("200", "application~1json").deepCopy();
    }

    private static JsonNode example(String status, String type) {
        return ANSWERS.at("/" + status + "/content/" + type + "/examples")
                .iterator()
                .next()
                .path("value");
    }

    private void answers(int status, JsonNode body) {
        var text = body.toString();
        answers(status, text, text.getBytes(StandardCharsets.UTF_8).length);
    }

    private void answers(int status, String text, int promised) {
        var type = status < 300 ? "application/json" : "application/problem+json";
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().add("Content-Type", type);
                        exchange.getResponseHeaders().add("ETag", "\"1\"");
                        exchange.sendResponseHeaders(status, promised);
                        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
                    }
                });
    }

    private static HttpServer server() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return server;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
