package workspace.chats.api.chat.create;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import workspace.chats.api.access.Visitor;
import workspace.chats.api.body.Body;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.testing.CountingSockets;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.messaging.wall.OpenWorkspaces;

/** How often the gateway waits for its database while it creates a chat. */
class RoundTripsIT {

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String owner = workspace.human("+15005550009", null).toString();

    /**
     * The wall with the beginning, the directory, the chat, the participants, the event, the
     * commit.
     */
    @Test
    void areSix_forAWebChat() {
        workspace.defaultAssistant();
        assertThat(roundTrips("{\"channel\": \"web-chat\"}")).isEqualTo(6);
    }

    /** The same, and the message and whether the patient has opted out. */
    @Test
    void areEight_forAText() {
        var number = workspace.number("+15005550019", 1);
        var body =
                """
                {"channel": "phone-sms", "phoneNumberId": "%s", "assistantEnabled": false, "initialMessage": "Hello"}
                """
                        .formatted(number);
        assertThat(roundTrips(body)).isEqualTo(8);
    }

    /**
     * The least of a few times: the pool asks a connection that has been idle whether it lives, and
     * on a slow machine any may have been.
     */
    private int roundTrips(String json) {
        var visitor = new Visitor(workspace.id(), owner);
        var key = new IdempotencyKey(List.of(), workspace.id(), "POST /chats", "/chats");
        var creating = RunningApi.get().bean(CreatingChats.class);
        Runnable create =
                () ->
                        assertThat(creating.create(visitor, Body.parse(json.getBytes(UTF_8)), key))
                                .isInstanceOf(Creation.Created.class);
        return OpenWorkspaces.callWith(
                List.of(workspace.id()),
                () ->
                        IntStream.range(0, 5)
                                .map(_ -> CountingSockets.roundTripsOf(create))
                                .min()
                                .orElseThrow());
    }
}
