package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

class OriginsIT {

    private static final RunningApi api = RunningApi.get();
    private static final String ALLOWED = "https://app.example";

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String owner = workspace.human(null, null).toString();

    @Test
    void areToldBeforehandWhatTheyMaySend_withoutAToken() {
        var answer = preflight(ALLOWED, "PUT", "authorization, if-match, content-type");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ALLOWED);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .contains("authorization", "if-match");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("none");
    }

    @Test
    void mayReadWhatAnswersSayInHeaders_alsoOfARefusal() {
        var created =
                api.post(
                        workspace.chats(), owner, "{\"channel\": \"web-chat\"}", "Origin", ALLOWED);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Access-Control-Allow-Origin")).isEqualTo(ALLOWED);
        assertThat(created.header("Vary")).isEqualTo("Origin");
        assertThat(created.header("Access-Control-Expose-Headers").split(", "))
                .containsExactlyInAnyOrder(
                        "ETag",
                        "Location",
                        "Retry-After",
                        "Preference-Applied",
                        "Idempotency-Replayed",
                        "X-Request-Id");
        var refused = api.send(api.request(workspace.chats()).header("Origin", ALLOWED));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(ALLOWED);
    }

    @Test
    void areRefused_whenTheSettingsDoNotNameThem() {
        for (var origin : new String[] {"https://app.example.evil", "http://app.example", "null"}) {
            assertForbidden(preflight(origin, "GET", "authorization"));
            assertForbidden(api.post(workspace.chats() + "/dm", owner, "{}", "Origin", origin));
        }
        assertForbidden(preflight(ALLOWED, "TRACE", "authorization"));
    }

    @Test
    void areToldToStayWithHttps_onlyWhenTheyCameByIt() {
        assertThat(api.get(workspace.chats(), owner).header("Strict-Transport-Security"))
                .isEqualTo("none");
        assertThat(forwarded("https").header("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(forwarded("http").header("Strict-Transport-Security")).isEqualTo("none");
    }

    @Test
    void doNotPassForThisMachine_bySayingSoToAProxy() {
        var answer =
                api.send(
                        api.request("/actuator/prometheus")
                                .header("X-Forwarded-For", "127.0.0.1, 203.0.113.7"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(api.send(api.request("/actuator/prometheus")).status()).isEqualTo(200);
    }

    private Answer preflight(String origin, String method, String headers) {
        return api.send(
                api.request(workspace.chats())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .header("Access-Control-Request-Headers", headers)
                        .method("OPTIONS", BodyPublishers.noBody()));
    }

    private Answer forwarded(String scheme) {
        return api.send(api.request(workspace.chats(), owner).header("X-Forwarded-Proto", scheme));
    }

    private static void assertForbidden(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("none");
    }
}
