package workspace.chats.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import workspace.chats.api.testing.Announced;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

class RequestsIT {

    private static final RunningApi api = RunningApi.get();
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String owner = workspace.human(null, null).toString();

    @Test
    void haveAnId_theCallersIfItIsHarmless() {
        assertThat(
                        api.send(api.request("/").header(RequestId.HEADER, "mine-1"))
                                .header(RequestId.HEADER))
                .isEqualTo("mine-1");
        assertThat(
                        api.send(api.request("/").header(RequestId.HEADER, "Jane Doe"))
                                .header(RequestId.HEADER))
                .matches("[0-9a-f-]{36}");
        assertThat(api.send(api.request("/")).header(RequestId.HEADER)).matches("[0-9a-f-]{36}");
        assertThat(api.get("/a;b", owner).header(RequestId.HEADER)).matches("[0-9a-f-]{36}");
    }

    @Test
    void carryTheirTraceIntoTheEvent_orBeginOne() {
        assertThat(traceOf("traceparent", TRACE)).isEqualTo(TRACE);
        assertThat(traceOf("traceparent", TRACE.replace('4', 'X')))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(traceOf()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void areAnsweredWithSecurityHeaders() {
        var answer = api.get(workspace.chats() + "/x", owner);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isEqualTo("none");
        assertThat(answer.header("Server")).isEqualTo("none");
    }

    @Test
    void forProbesNeedNoToken() {
        assertThat(api.send(api.request("/actuator/health/readiness")).at("/status"))
                .isEqualTo("UP");
        assertThat(api.send(api.request("/actuator/health/liveness")).at("/status"))
                .isEqualTo("UP");
        assertThat(api.send(api.request("/actuator/prometheus")).text())
                .contains("http_server_requests")
                .doesNotContain("spring_security");
    }

    @Test
    void showNoOtherInsides() {
        for (var endpoint :
                new String[] {"env", "beans", "configprops", "heapdump", "loggers", "threaddump"}) {
            assertThat(api.get("/actuator/" + endpoint, owner).status()).isEqualTo(404);
        }
    }

    private String traceOf(String... headers) {
        var created = api.post(workspace.chats(), owner, "{\"channel\": \"web-chat\"}", headers);
        return Announced.about(UUID.fromString(created.at("/id"))).getFirst().traceparent();
    }
}
