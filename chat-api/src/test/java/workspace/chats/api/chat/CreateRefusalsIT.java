package workspace.chats.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Numbers;
import workspace.chats.api.testing.RunningApi;

/** In which order a create is judged, and that what belongs to others looks unknown. */
class CreateRefusalsIT {

    private static final RunningApi api = RunningApi.get();
    private static final DemoWorkspace workspace = new DemoWorkspace();
    private static final DemoWorkspace other = new DemoWorkspace();
    private static final String owner = workspace.human(null, null).toString();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"channel\": \"web-chat\"}",
                "{\"channel\": \"fax\", \"surprise\": 1}",
                "{\"channel\": \"web-chat\", \"memberId\": \"018f0000-0000-7000-8000-000000000000\"}",
                "{\"channel\""
            })
    void areTheSameForEveryWorkspaceThatIsNotOnesOwn_whateverTheBody(String body) {
        var left = workspace.human(null, null);
        workspace.deactivate(left);
        var answers =
                Stream.of(
                        api.post("/api/v2/w/nowhere/chats", owner, body),
                        api.post("/api/v2/w/" + UUID.randomUUID() + "/chats", owner, body),
                        api.post(other.chats(), owner, body),
                        api.post(workspace.chats(), left.toString(), body));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404))
                .extracting(Answer::text)
                .containsOnly(
                        "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"There is no such workspace, or you are not a member of it.\"}");
    }

    @Test
    void askForATokenBeforeAnythingElse() {
        var nobody =
                api.send(api.request("/api/v2/w/nowhere/chats").POST(BodyPublishers.ofString("{")));
        assertThat(nobody.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "memberId,                 web-chat,  404",
        "workflowId,               web-chat,  404",
        "assistantMemberId,        web-chat,  404",
        "participants[0].memberId, web-chat,  404",
        "phoneNumberId,            phone-sms, 400",
        "inboxId,                  email,     400",
        "siteId,                   web-chat,  400",
        "assistantChatModelId,     web-chat,  400",
        "assistantRealtimeModelId, web-chat,  400",
    })
    void tellNothingOfWhatAnotherWorkspaceHas(String field, String channel, int status) {
        var foreign = create(channel, field, of(other, field));
        var unknown = create(channel, field, UUID.randomUUID());
        assertThat(foreign.status()).isEqualTo(status);
        assertThat(foreign.at("/errors/0/field")).isEqualTo(field);
        assertThat(foreign.text()).isEqualTo(unknown.text());
        assertThat(create(channel, field, of(workspace, field)).status()).isEqualTo(201);
    }

    private static UUID of(DemoWorkspace any, String field) {
        return switch (field) {
            case "workflowId" -> any.workflow(null, null, null);
            case "assistantMemberId" -> any.assistant();
            case "phoneNumberId" -> any.number(Numbers.next(), 1);
            case "inboxId" -> any.inbox("desk@example.org");
            case "siteId" -> any.site();
            case "assistantChatModelId" -> any.model("chat");
            case "assistantRealtimeModelId" -> any.model("realtime");
            default -> any.human(null, null);
        };
    }

    private static Answer create(String channel, String field, UUID id) {
        var named =
                field.startsWith("participants")
                        ? "\"participants\": [{\"memberId\": \"%s\"}]"
                        : "\"" + field + "\": \"%s\"";
        return api.post(
                workspace.chats(),
                owner,
                "{\"channel\": \"%s\", ".formatted(channel) + named.formatted(id) + "}");
    }
}
