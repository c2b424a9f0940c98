package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A clinic that starts with nothing: one command, and from then on HTTP alone. */
class NewWorkspaceIT {

    private final RunningSystem system = RunningSystem.get();
    private final Phones phones = system.phones();
    private final String text = "Welcome " + UUID.randomUUID();
    private final String printed =
            system.chats("workspace", "create", "--name", "New clinic", "--admin", "new.admin");
    private final String workspace =
            system.url("apiUrl") + "/api/v2/w/" + printed("Workspace: +(\\S+)");
    private final Map<String, String> admin =
            Map.of("Authorization", "Bearer " + printed("Token: +(\\S+)"));

    @Test
    void comesToItsFirstText_andHonoursAnOptOut() {
        var number = adds("/phone-numbers", Map.of("e164", "+1 (415) 555-0177", "label", "Main"));
        var workflow = adds("/workflows", Map.of("name", "Intake", "defaultPhoneNumberId", number));
        var versions = "/workflows/" + workflow + "/versions";
        posts(versions, Map.of("definition", Map.of("greeting", "hello")));
        posts(versions + "/1/publish", Map.of());
        posts(versions + "/1/activate", Map.of());
        var patient =
                adds(
                        "/members",
                        Map.of("kind", "human", "displayName", "Pat", "phone", "+1 415 555 0178"));

        var chat =
                Map.of(
                        "channel", "phone-sms",
                        "workflowId", workflow,
                        "memberId", patient,
                        "assistantEnabled", false,
                        "initialMessage", text);
        assertThat(posts("/chats", chat).path("initialMessageStatus").asString())
                .isEqualTo("accepted");
        phones.gotOnceAndNoMore(text);

        adds("/opt-outs", Map.of("senderId", number, "address", "+14155550178"));
        assertThat(posts("/chats", chat).path("initialMessageError").asString())
                .isEqualTo("recipient_opted_out");
        phones.gotOnceAndNoMore(text);
    }

    private String adds(String path, Map<String, Object> what) {
        return posts(path, what).path("id").asString();
    }

    private JsonNode posts(String path, Map<String, ?> what) {
        var reply = Http.post(workspace + path, admin, Json.write(what));
        assertThat(reply.status()).as(path + reply.text()).isBetween(200, 201);
        return reply.body();
    }

    private String printed(String pattern) {
        var found = Pattern.compile(pattern).matcher(printed);
        assertThat(found.find()).as(printed).isTrue();
        return found.group(1);
    }
}
