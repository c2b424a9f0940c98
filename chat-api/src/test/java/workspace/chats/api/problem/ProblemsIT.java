package workspace.chats.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsIT {

    private static final String CANARY = "CanaryJaneDoe";
    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String owner = workspace.human(null, null).toString();

    @Test
    void namesEveryFieldOfAnInvalidBody() {
        var answer = api.post(workspace.chats(), owner, "{\"color\": 1, \"participants\": [{}]}");
        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors").toString())
                .isEqualTo(
                        """
                        [{"field":"channel","code":"required","detail":"A value is required."},\
                        {"field":"participants[0].memberId","code":"required","detail":"A value is required."},\
                        {"field":"color","code":"unknown_field","detail":"This request has no such field."}]\
                        """);
    }

    @Test
    void refusesMalformedJson() {
        var answer = api.post(workspace.chats(), owner, "{\"title\": \"" + CANARY);
        assertProblem(answer, 400);
        assertThat(answer.at("/errors/0/code")).isEqualTo("malformed_json");
    }

    @Test
    void refusesOtherMediaTypes_methodsAndPlaces() {
        assertProblem(
                api.send(
                        api.request(workspace.chats(), owner)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}"))),
                415);
        assertProblem(
                api.send(api.request(workspace.chats(), owner).POST(BodyPublishers.ofString("{}"))),
                415);
        var delete =
                api.send(api.request(workspace.chats() + "/" + UUID.randomUUID(), owner).DELETE());
        assertProblem(delete, 405);
        assertThat(delete.header("Allow")).contains("GET");
        assertProblem(api.get("/api/v2/nothing", owner), 404);
        assertProblem(api.get("/", owner), 404);
        assertProblem(api.get("/error", owner), 404);
    }

    @Test
    void refusesABrokenForm_withoutAWordOfItInTheLog(CapturedOutput logs) {
        var form =
                api.request(workspace.chats() + "/" + UUID.randomUUID(), owner)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .PUT(BodyPublishers.ofString(CANARY + "%s"));
        assertProblem(api.send(form), 415);
        assertThat(logs.getAll()).doesNotContain("ERROR").doesNotContain("URLDecoder");
    }

    @Test
    void readsNoForm_thatNobodyAskedFor(CapturedOutput logs) {
        var form =
                api.request(workspace.chats(), owner).header("Content-Type", "multipart/form-data");
        assertProblem(api.send(form.copy().POST(BodyPublishers.ofString(CANARY))), 415);
        assertThat(api.send(form.copy().GET()).status()).isEqualTo(200);
        assertThat(logs.getAll()).doesNotContain("ERROR").doesNotContain(CANARY);
    }

    @Test
    void answersInJson_whateverIsAccepted() {
        var created =
                api.post(
                        workspace.chats(),
                        owner,
                        "{\"channel\": \"web-chat\"}",
                        "Accept",
                        "text/html");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Content-Type")).startsWith("application/json");
        assertProblem(api.post(workspace.chats(), owner, "{}", "Accept", "text/html"), 400);
    }

    @Test
    void takesAMebibyte_andNotMore() {
        var padding = " ".repeat((1 << 20) - "{\"channel\": \"web-chat\"}".length());
        var fits = "{\"channel\": \"web-chat\"}" + padding;
        assertThat(api.post(workspace.chats(), owner, fits).status()).isEqualTo(201);
        assertProblem(api.post(workspace.chats(), owner, fits + " "), 413);
        assertProblem(api.post(workspace.chats(), owner, fits.repeat(5)), 413);
        var unannounced =
                api.request(workspace.chats(), owner)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(fits + " ")));
        assertProblem(api.send(unannounced), 413);
    }

    @Test
    void replacesThePagesOfTheFirewallAndOfTomcat(CapturedOutput logs) throws IOException {
        assertProblem(api.get("/api/v2/w/" + CANARY + ";x=" + CANARY + "/chats", owner), 400);
        assertProblem(api.get("/api/v2/w//chats/%2F" + CANARY, owner), 400);
        assertThat(raw("GET /<" + CANARY + "> HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains("400", "application/problem+json", "detail")
                .doesNotContain(CANARY, "<html", "Tomcat");
        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX-A: " + CANARY.repeat(2_000) + "\r\n\r\n"))
                .contains("400", "application/problem+json")
                .doesNotContain(CANARY, "<html", "Tomcat");
        assertThat(
                        raw(
                                "TRACE / HTTP/1.1\r\nHost: a\r\nX-A: "
                                        + CANARY
                                        + "\r\nConnection: close\r\n\r\n"))
                .contains("application/problem+json")
                .doesNotContain(CANARY, "<html", "Tomcat");
        assertProblem(api.get("/api/v2/" + CANARY, owner), 404);
        assertThat(logs.getAll()).doesNotContain(CANARY);
    }

    @Test
    void callsItNoFailure_whenABodyIsCutOffOrInPiecesThatAreNone(CapturedOutput logs)
            throws IOException {
        for (var upload :
                new String[] {
                    "Content-Length: 1000\r\n\r\n{\"" + CANARY,
                    "Transfer-Encoding: chunked\r\n\r\n1000\r\n{\"" + CANARY,
                    "Transfer-Encoding: chunked\r\n\r\n" + CANARY + "\r\n{}\r\n0\r\n\r\n"
                }) {
            assertThat(raw(postWith(upload)))
                    .contains("HTTP/1.1 400", "application/problem+json")
                    .doesNotContain(CANARY);
        }
        assertThat(logs.getAll()).doesNotContain("ERROR", CANARY);
    }

    /** Tomcat says so of the first one in a day only: no other test may send such a cookie. */
    @Test
    void passesOverACookieThatCannotBeRead_withoutAWordOfItInTheLog(CapturedOutput logs) {
        var list = api.request(workspace.chats(), owner).header("Cookie", "a=b " + CANARY);
        assertThat(api.send(list.GET()).status()).isEqualTo(200);
        assertThat(logs.getAll()).doesNotContain(CANARY);
    }

    @Test
    void refusesParametersThatTheFirewallHides(CapturedOutput logs) {
        assertProblem(api.get(workspace.chats() + "?" + CANARY + "%09%0A=1", owner), 400);
        assertProblem(api.get(workspace.chats() + "?" + CANARY + "%00=1", owner), 400);
        assertThat(logs.getAll()).doesNotContain(CANARY, "request failed");
    }

    @Test
    void neverEchoes_whateverIsWrong(CapturedOutput logs) {
        var bodies =
                new String[] {
                    "{\"%1$s\": 1}",
                    "{\"channel\": \"%1$s\", \"title\": \"%1$s\\n"
                            + "\", \"chatType\": \"%1$s\", \"memberId\": \"%1$s\"}",
                    "{\"channel\": \"web-chat\", \"metadata\": {\"%1$s\": 1}}",
                    "{\"channel\": \"web-chat\", \"metadata\": {\"%1$s\": \"a\", \"%1$s\": \"b\"}}",
                    "{\"channel\": \"web-chat\", \"participants\": [{\"role\": \"%1$s\", \"%1$s\":"
                            + " 1}]}",
                    "{\"channel\": \"web-chat\", \"initialMessage\": \"%1$s\"}",
                    "{\"channel\": %1$s}",
                    "%1$s"
                };
        for (var body : bodies) {
            var answer = api.post(workspace.chats(), owner, body.formatted(CANARY));
            assertProblem(answer, 400);
            assertThat(answer.text()).doesNotContain(CANARY);
        }
        assertThat(logs.getAll()).doesNotContain(CANARY);
    }

    @Test
    void hidesWhatBreaks_behindARequestId(CapturedOutput logs) {
        RunningApi.refusing(
                "chat",
                "title <> '" + CANARY + "'",
                () -> {
                    var answer =
                            api.post(
                                    workspace.chats(),
                                    owner,
                                    "{\"channel\": \"web-chat\", \"title\": \"" + CANARY + "\"}",
                                    "X-Request-Id",
                                    "my-request");
                    assertProblem(answer, 500);
                    assertThat(answer.at("/requestId")).isEqualTo("my-request");
                    assertThat(answer.text()).doesNotContain(CANARY, "SQL", "chat_");
                });
        assertThat(logs.getAll()).contains("request failed").doesNotContain(CANARY);
    }

    private String postWith(String restOfTheRequest) {
        return "POST "
                + workspace.chats()
                + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + api.issuer().token(owner)
                + "\r\n"
                + restOfTheRequest;
    }

    /** And goes away, as far as writing goes. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/status")).isEqualTo(String.valueOf(status));
        assertThat(answer.at("/type")).isEqualTo("about:blank");
        assertThat(answer.at("/title")).isNotBlank();
        assertThat(answer.at("/detail")).isNotBlank().isNotEqualTo("null");
    }
}
