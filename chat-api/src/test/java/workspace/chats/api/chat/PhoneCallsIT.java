package workspace.chats.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

class PhoneCallsIT {

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID owner = workspace.human(null, null);

    @Test
    void showsTheCallOfAChat_andWhyItWasNotPlaced() {
        var created =
                api.post(
                        workspace.chats(),
                        owner.toString(),
                        "{\"channel\": \"phone-voice\", \"workflowId\": \"%s\"}"
                                .formatted(workspace.workflow(null, null, null)));
        var place = created.header("Location");

        var calls = api.get(place + "/phone-calls", owner.toString());
        assertThat(calls.json().at("/items").size()).isEqualTo(1);
        assertThat(calls.json().at("/items/0").propertyNames())
                .containsExactly(
                        "id", "status", "reason", "attempt", "simulated", "createdAt", "updatedAt");
        assertThat(calls.at("/items/0/id")).isEqualTo(created.at("/call/id"));
        assertThat(calls.at("/items/0/status")).isEqualTo("failed");
        assertThat(calls.at("/items/0/reason")).isEqualTo("missing_assistant");
        assertThat(calls.json().has("nextCursor")).isFalse();

        var timeline = api.get(place + "/timeline", owner.toString()).json().at("/items");
        assertThat(timeline.valueStream().map(step -> step.at("/what").asString()))
                .containsExactly("chat_created", "call_created", "call_status");
        assertThat(timeline.at("/2/reason").asString()).isEqualTo("missing_assistant");
    }

    @Test
    void hidesCallsAndTimeline_fromWhomTheChatIsHidden() {
        var place =
                api.post(workspace.chats(), owner.toString(), "{\"channel\": \"web-chat\"}")
                        .header("Location");
        var stranger = workspace.human(null, null).toString();

        assertThat(api.get(place + "/phone-calls", stranger).status()).isEqualTo(404);
        assertThat(api.get(place + "/timeline", stranger).status()).isEqualTo(404);
        assertThat(api.get(place + "/phone-calls", owner.toString()).json().at("/items").size())
                .isZero();
    }
}
