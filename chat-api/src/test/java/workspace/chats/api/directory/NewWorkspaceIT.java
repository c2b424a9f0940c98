package workspace.chats.api.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.api.testing.Visits.flaws;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import workspace.chats.api.testing.Announced;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Numbers;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.api.testing.Visits;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.messaging.seal.Sealer;

/** From a workspace with nothing but an administrator to its first text, by HTTP alone. */
class NewWorkspaceIT {

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final Visits admin = workspace.visits("workspace:admin");
    private final String e164 = Numbers.next();

    @Test
    void canWriteItsFirstText() {
        var number =
                id(
                        admin.added(
                                "/phone-numbers",
                                "{\"e164\": \"%s\", \"label\": \"Main\"}".formatted(e164)));
        var agent =
                id(
                        admin.added(
                                "/members",
                                "{\"kind\": \"assistant\", \"displayName\": \"Intake\"}"));
        var workflow =
                admin.added(
                        "/workflows",
                        "{\"name\": \"Intake\", \"agentMemberId\": \"%s\", \"defaultPhoneNumberId\": \"%s\"}"
                                .formatted(agent, number));
        var version = admin.added(workflow + "/versions", "{\"definition\": {\"steps\": []}}");
        admin.post(version + "/publish", "");
        admin.post(version + "/activate", "");
        var patient =
                id(
                        admin.added(
                                "/members",
                                "{\"kind\": \"human\", \"displayName\": \"Pat\", \"phone\": \"+1 212 555 0123\"}"));
        admin.added(
                "/members",
                "{\"kind\": \"human\", \"displayName\": \"Op\", \"subject\": \"op\", \"scopes\": [\"chats:write\"]}");

        var chat = text(patient, "\"workflowId\": \"%s\"".formatted(id(workflow)));
        assertThat(chat.status()).isEqualTo(201);
        assertThat(chat.at("/initialMessageStatus")).isEqualTo("pending");
        assertThat(chat.at("/assistantMemberId")).isEqualTo(agent.toString());
        assertThat(chat.at("/assignment/versionNumber")).isEqualTo("1");
        assertThat(letter(chat)).isEqualTo(new Letter("+12125550123", e164, null, "Hello"));
    }

    @Test
    void fallsBackOnItsDefaults_onceTheyAreSet() {
        var patient = workspace.human("+12125550123", null);
        workspace.human(null, null);
        admin.added(
                "/members", "{\"kind\": \"human\", \"displayName\": \"Op\", \"subject\": \"op\"}");
        assertThat(text(patient, "\"title\": null").at("/initialMessageError"))
                .isEqualTo("missing_phone_number");

        var number = workspace.number(e164, 1);
        var assistant = workspace.assistant();
        var inbox = workspace.inbox("desk@example.org");
        var set =
                admin.put(
                        "",
                        "{\"name\": \"Clinic\", \"defaultPhoneNumberId\": \"%s\", \"defaultAssistantId\": \"%s\", \"defaultInboxId\": \"%s\"}"
                                .formatted(number, assistant, inbox));
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.text())
                .isEqualTo(
                        "{\"id\":\"%s\",\"name\":\"Clinic\",\"defaultAssistantId\":\"%s\",\"defaultPhoneNumberId\":\"%s\",\"defaultInboxId\":\"%s\"}"
                                .formatted(workspace.id(), assistant, number, inbox));
        assertThat(workspace.visits().get("").text()).isEqualTo(set.text());
        assertThat(letter(text(patient, "\"title\": null")).from()).isEqualTo(e164);
        assertThat(admin.delete("/phone-numbers/" + number).status()).isEqualTo(409);

        assertThat(admin.put("", "{\"defaultInboxId\": null}").at("/defaultInboxId"))
                .isEqualTo("null");
        assertThat(admin.delete("/inboxes/" + inbox).status()).isEqualTo(204);
    }

    @Test
    void isSetUpByItsAdministrators_withWhatItHas() {
        assertThat(workspace.visits("chats:admin").put("", "{}").status()).isEqualTo(403);
        var other = new DemoWorkspace();
        var refused =
                admin.put(
                        "",
                        "{\"name\": \" \", \"defaultPhoneNumberId\": \"%s\", \"defaultAssistantId\": \"%s\", \"defaultInboxId\": 7}"
                                .formatted(other.number(e164, 1), workspace.human(null, null)));
        assertThat(flaws(refused))
                .containsExactlyInAnyOrder(
                        "name blank",
                        "defaultPhoneNumberId unknown",
                        "defaultAssistantId not_an_assistant",
                        "defaultInboxId wrong_type");
        assertThat(admin.get("").at("/name")).isEqualTo("The Clinic");
        assertThat(other.visits("workspace:admin").get("").at("/id"))
                .isEqualTo(other.id().toString());
    }

    @Test
    void saysHowMuchMayGoOutInAnHour() {
        var patient = workspace.human("+12125550123", null);
        var number = workspace.number(e164, 1);
        admin.added(
                "/members", "{\"kind\": \"human\", \"displayName\": \"Op\", \"subject\": \"op\"}");

        assertThat(flaws(admin.put("", "{\"textsPerHour\": -1, \"callsPerHour\": 1000001}")))
                .containsExactly("textsPerHour out_of_range", "callsPerHour out_of_range");
        assertThat(admin.put("", "{\"textsPerHour\": 30}").at("/textsPerHour")).isEqualTo("30");
        assertThat(perHour(text(patient, "\"phoneNumberId\": \"%s\"".formatted(number))))
                .isEqualTo(30);

        assertThat(admin.put("", "{\"textsPerHour\": null}").at("/textsPerHour")).isEqualTo("null");
        assertThat(perHour(text(patient, "\"phoneNumberId\": \"%s\"".formatted(number)))).isNull();
    }

    private static @Nullable Integer perHour(Answer chat) {
        var told = Announced.about(UUID.fromString(chat.at("/id"))).getFirst();
        return Objects.requireNonNull(told.event().initialMessage()).perHour();
    }

    private Answer text(UUID patient, String more) {
        return new Visits(workspace.id(), "op")
                .post(
                        "/chats",
                        """
                        {"channel": "phone-sms", "memberId": "%s", "assistantEnabled": false, "initialMessage": "Hello", %s}
                        """
                                .formatted(patient, more),
                        "Prefer",
                        "respond-async");
    }

    private static Letter letter(Answer chat) {
        var told = Announced.about(UUID.fromString(chat.at("/id"))).getFirst();
        return Objects.requireNonNull(told.opened(RunningApi.get().bean(Sealer.class)).letter());
    }

    /** The last part of a path. */
    private static UUID id(String place) {
        return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
    }
}
