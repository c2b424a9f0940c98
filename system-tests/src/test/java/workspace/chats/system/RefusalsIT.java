package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.webChat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bad input gets a clear answer, quotes nothing and leaves nothing behind. */
class RefusalsIT {

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");
    private final Operator operator = demo.as("operator");

    @Test
    void allErrorsOfABodyComeTogether() {
        var chatsBefore = chats();

        var reply =
                operator.sends(
                        """
                        {"channel": "phone-sms", "initialMessage": "Ann, 4155550100",
                         "workflowVersionNumber": 1, "surprise": true, "title": "a\\u0007b"}
                        """);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.body().path("detail").asString()).isNotBlank();
        assertThat(
                        reply.body()
                                .path("errors")
                                .valueStream()
                                .map(error -> error.path("field").asString()))
                .contains("initialMessage", "workflowVersionNumber", "surprise", "title");
        assertThat(reply.text()).doesNotContain("Ann", "4155550100");
        assertThat(chats()).isEqualTo(chatsBefore);
    }

    @Test
    void anotherWorkspacesIdLooksLikeAnUnknownOne() {
        var foreign = system.workspace("other").member("member");

        var reply = operator.tries(webChat().to(foreign)).refused();
        var unknown = operator.tries(webChat().to(UUID.randomUUID())).refused();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).doesNotContain(foreign.id());
        assertThat(reply.problem().getErrors()).isNotEmpty();
        assertThat(reply.problem()).isEqualTo(unknown.problem());
    }

    @Test
    void anotherWorkspacesChatLooksLikeAnUnknownOne() {
        var chat = operator.creates(webChat());

        assertThat(system.workspace("other").as("operator").gets(chat.id()).status())
                .isEqualTo(404);
        assertThat(demo.as("second").gets(chat.id()).status()).isEqualTo(404);
        assertThat(demo.as("admin").gets(chat.id()).status()).isEqualTo(200);
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        var body = "{\"channel\": \"web-chat\"}";
        var reply = Http.post(demo.chatsUrl(), Map.of(), body);
        var forged =
                Http.post(
                        demo.chatsUrl(),
                        Map.of("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30."),
                        body);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(forged.status()).isEqualTo(401);
    }

    @Test
    void brokenJsonIsABadRequestAndIsNotQuoted() {
        var reply = operator.sends("{\"channel\": \"web-chat\", \"title\": \"Ann");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).doesNotContain("Ann");
    }

    private long chats() {
        return system.tables("chat-api").count("select count(*) from chat");
    }
}
