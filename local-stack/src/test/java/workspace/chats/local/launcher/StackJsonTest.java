package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import workspace.chats.local.demo.DemoData;

/** Other people's tools read this file. */
class StackJsonTest {

    @TempDir private Path root;

    private Home home;
    private StackJson file;

    @BeforeEach
    void write() {
        home = new Home(root);
        new HomeFolder(home).make();
        file = new StackJson(home);
        var plan = PortPlan.of(Map.of());
        var settings = new Settings(home, plan, new Secrets("p", "q", "AC1", "secret"), Map.of());
        var workspaces = new DemoData(Map.of()).describe(subject -> "token of " + subject);
        file.write(settings, List.of(new Running("chat-api", 4711, "m", 8080, "")), workspaces);
    }

    @Test
    void saysWhereEverythingIs() throws Exception {
        var json = read();
        assertThat(json.propertyNames())
                .containsExactly(
                        "apiUrl",
                        "identityUrl",
                        "twilioUrl",
                        "smtpHost",
                        "smtpPort",
                        "mailUrl",
                        "kafkaBootstrap",
                        "jdbcUrls",
                        "processes",
                        "gateways",
                        "twilioAuthToken",
                        "workspaces");
        assertThat(json.path("apiUrl").asString()).isEqualTo("http://127.0.0.1:8080");
        assertThat(json.path("smtpPort").asInt()).isEqualTo(8025);
        assertThat(json.at("/processes/chat-api").asInt()).isEqualTo(4711);
        assertThat(json.at("/jdbcUrls/voice-caller").asString())
                .isEqualTo("jdbc:postgresql://127.0.0.1:15432/voice?user=chats_reader&password=q");
        assertThat(json.path("jdbcUrls").propertyNames())
                .containsExactly(
                        "chat-api", "assignment-service", "channel-dispatcher", "voice-caller");
    }

    @Test
    void holdsTokens_soOnlyItsOwnerReadsIt() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.stackJson())))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhereEachInstanceOfTheGatewayIs() {
        file.updateProcesses(
                List.of(
                        new Running("chat-api-2", 4712, "m", 20123, ""),
                        new Running("chat-api", 4711, "m", 8080, ""),
                        new Running("kafka", 4713, "m", 9092, "")));
        var gateways = read().path("gateways");
        assertThat(gateways.propertyNames()).containsExactlyInAnyOrder("chat-api", "chat-api-2");
        assertThat(gateways.path("chat-api-2").asString()).isEqualTo("http://127.0.0.1:20123");
    }

    @Test
    void followsProcessesThatComeAndGo() {
        file.updateProcesses(List.of(new Running("chat-api-2", 4712, "m", 20123, "")));
        var json = read();
        assertThat(json.path("processes").propertyNames()).containsExactly("chat-api-2");
        assertThat(json.at("/workspaces/demo/members/operator/token").asString())
                .isEqualTo("token of demo.operator");
    }

    private JsonNode read() {
        return PrivateJson.read(home.stackJson(), JsonNode.class).orElseThrow();
    }
}
