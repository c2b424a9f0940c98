package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.sms;
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
                operator.tries(
                        sms().with("initialMessage", "Ann, 4155550100")
                                .with("workflowVersionNumber", 1)
                                .with("surprise", true)
                                .with("title", "a\u0007b"));

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
        var foreign = system.workspace("other").member("member").id();

        var reply = operator.tries(webChat().with("memberId", foreign));
        var unknown = operator.tries(webChat().with("memberId", UUID.randomUUID().toString()));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).doesNotContain(foreign);
        assertThat(reply.body().path("errors")).isEqualTo(unknown.body().path("errors"));
        assertThat(reply.body().path("detail")).isEqualTo(unknown.body().path("detail"));
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
        var reply = Http.post(demo.chatsUrl(), Map.of(), webChat().json());
        var forged =
                operator.tries(
                        webChat().json(),
                        Map.of("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30."));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(forged.status()).isEqualTo(401);
    }

    @Test
    void brokenJsonIsABadRequestAndIsNotQuoted() {
        var reply = operator.tries("{\"channel\": \"web-chat\", \"title\": \"Ann", Map.of());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).doesNotContain("Ann");
    }

    private long chats() {
        return system.tables("chat-api").count("select count(*) from chat");
    }
}
