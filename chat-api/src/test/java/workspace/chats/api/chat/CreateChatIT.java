package workspace.chats.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import workspace.chats.api.testing.Announced;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Numbers;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.events.ChatEvent.CallRequest;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.ChatEvent.MessageRequest;
import workspace.chats.events.ChatEvent.Participant;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Dial;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.Role;
import workspace.chats.messaging.seal.Sealer;

class CreateChatIT {

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID owner = workspace.human(null, null);
    private final UUID patient = workspace.human("+12125550123", "patient@example.org");
    private final UUID assistant = workspace.defaultAssistant();

    @Test
    void answers201_withItsPlace_andWhatAGetSaysLater() {
        var site = workspace.site();
        var chatModel = workspace.model("chat");
        var voiceModel = workspace.model("realtime");
        var created =
                create(
                        """
                        {"channel": "web-chat", "memberId": "%s", "title": "Knee \\ud83d\\ude42", "siteId": "%s", "isTest": true,
                         "chatType": "visit", "metadata": {"zebra": "1", "apple": "2"}, "assistantChatModelId": "%s",
                         "assistantRealtimeModelId": "%s"}
                        """
                                .formatted(patient, site, chatModel, voiceModel));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/memberId")).isEqualTo(patient.toString());
        assertThat(created.at("/title")).isEqualTo("Knee \ud83d\ude42");
        assertThat(created.at("/siteId")).isEqualTo(site.toString());
        assertThat(created.at("/isTest")).isEqualTo("true");
        assertThat(created.at("/chatType")).isEqualTo("visit");
        assertThat(created.json().at("/metadata").toString())
                .isEqualTo("{\"apple\":\"2\",\"zebra\":\"1\"}");
        assertThat(created.at("/assistantChatModelId")).isEqualTo(chatModel.toString());
        assertThat(created.at("/assistantRealtimeModelId")).isEqualTo(voiceModel.toString());
        assertThat(created.header("Location"))
                .isEqualTo(workspace.chats() + "/" + created.at("/id"));
        var shown = api.get(created.header("Location"), owner.toString());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).isEqualTo(created.text());
    }

    @Test
    void showsEveryField_andLeavesOutWhatIsAbsent() {
        var created = create("{\"channel\": \"web-chat\"}");

        assertThat(created.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "workspaceId",
                        "channel",
                        "chatType",
                        "ownerMemberId",
                        "memberId",
                        "participants",
                        "assistantEnabled",
                        "assistantMemberId",
                        "isTest",
                        "archived",
                        "paused",
                        "needsResponse",
                        "messageCounts",
                        "initialMessageStatus",
                        "metadata",
                        "createdAt",
                        "updatedAt");
        assertThat(created.at("/channel")).isEqualTo("web-chat");
        assertThat(created.at("/chatType")).isEqualTo("simple");
        assertThat(created.at("/ownerMemberId")).isEqualTo(owner.toString());
        assertThat(created.at("/memberId")).isEqualTo(owner.toString());
        assertThat(created.at("/initialMessageStatus")).isEqualTo("none");
        assertThat(created.json().at("/metadata").isObject()).isTrue();
        assertThat(created.json().at("/messageCounts").toString())
                .isEqualTo("{\"total\":0,\"inbound\":0,\"outbound\":0,\"failed\":0}");
        assertThat(created.json().at("/participants/0").propertyNames())
                .containsExactly("id", "memberId", "role", "displayName");
        assertThat(created.at("/participants/1/memberId")).isEqualTo(assistant.toString());
        assertThat(created.at("/participants/1/role")).isEqualTo("assistant");
        assertThat(Instant.parse(created.at("/createdAt"))).isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void tellsTheOthersOnce_withNothingToSeal() {
        var created = create("{\"channel\": \"web-chat\"}");

        var told = Announced.about(id(created, "/id"));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().sequence()).isEqualTo(1);
        var event = told.getFirst().event();
        assertThat(event.participants())
                .containsExactly(
                        new Participant(owner, Role.OWNER),
                        new Participant(assistant, Role.ASSISTANT));
        assertThat(event.createdAt()).isEqualTo(created.at("/createdAt"));
        assertThat(event.assignment()).isNull();
        assertThat(event.initialMessage()).isNull();
        assertThat(event.call()).isNull();
        assertThat(event.sealed()).isNull();
    }

    @Test
    void reservesTheAssignment_andPinsItsVersion() {
        var workflow = workspace.workflow(null, null, null);
        var created =
                create("{\"channel\": \"web-chat\", \"workflowId\": \"%s\"}".formatted(workflow));

        assertThat(created.at("/chatType")).isEqualTo("assignment");
        assertThat(created.at("/assignment/status")).isEqualTo("pending");
        assertThat(created.at("/assignment/versionNumber")).isEqualTo("2");
        var request = Objects.requireNonNull(onlyEvent(created).assignment());
        assertThat(request.id()).isEqualTo(id(created, "/assignment/id"));
        assertThat(request.workflowId()).isEqualTo(workflow);
        assertThat(request.versionNumber()).isEqualTo(2);
    }

    @Test
    void pinsThePublishedVersionAskedFor_andNoDraft() {
        var workflow = workspace.workflow(null, null, null);
        assertThat(pinned(workflow, 1).at("/assignment/versionNumber")).isEqualTo("1");

        var draft = pinned(workflow, 3);
        assertThat(draft.status()).isEqualTo(404);
        assertThat(fields(draft)).containsExactly("workflowVersionNumber");
    }

    @Test
    void asksForATextInTheSameBreath_withItsWordsSealed() {
        var e164 = Numbers.next();
        var number = workspace.number(e164, 2.5);
        var created = create(text(number), "Prefer", "respond-async");

        assertThat(created.at("/initialMessageStatus")).isEqualTo("pending");
        assertThat(created.at("/initialMessageError")).isEqualTo("null");
        assertThat(created.at("/simulated")).isEqualTo("false");
        assertThat(created.at("/messageCounts/outbound")).isEqualTo("1");
        assertThat(created.at("/messageCounts/failed")).isEqualTo("0");
        var event = onlyEvent(created);
        assertThat(event.initialMessage())
                .isEqualTo(
                        new MessageRequest(
                                initialMessageOf(created),
                                1,
                                number,
                                2.5,
                                event.createdAt().plusSeconds(3_600),
                                null));
        assertThat(opened(created))
                .isEqualTo(
                        new Confidential(
                                "Knee",
                                Map.of("a", "b"),
                                new Letter("+12125550123", e164, null, "Hello"),
                                null));
    }

    @Test
    void asksForAnEmail_fromTheInbox() {
        var inbox = workspace.inbox("desk@example.org");
        var created =
                create(
                        """
                        {"channel": "email", "memberId": "%s", "inboxId": "%s", "assistantEnabled": false, "initialMessage": "Hello"}
                        """
                                .formatted(patient, inbox),
                        "Prefer",
                        "wait=0");

        assertThat(created.at("/initialMessageStatus")).isEqualTo("pending");
        assertThat(Objects.requireNonNull(onlyEvent(created).initialMessage()).senderId())
                .isEqualTo(inbox);
        assertThat(opened(created).letter())
                .isEqualTo(
                        new Letter(
                                "patient@example.org",
                                "desk@example.org",
                                "Message from The Clinic",
                                "Hello"));
    }

    @Test
    void asksForACall_withoutWaiting() {
        var e164 = Numbers.next();
        var number = workspace.number(e164, 1);
        var workflow = workspace.workflow(null, number, null);
        var created =
                create(
                        "{\"channel\": \"phone-voice\", \"memberId\": \"%s\", \"workflowId\": \"%s\"}"
                                .formatted(patient, workflow));

        assertThat(created.at("/call/status")).isEqualTo("pending");
        assertThat(created.at("/call/reason")).isEqualTo("null");
        assertThat(created.at("/initialMessageStatus")).isEqualTo("none");
        var event = onlyEvent(created);
        assertThat(event.call())
                .isEqualTo(
                        new CallRequest(
                                id(created, "/call/id"),
                                1,
                                number,
                                1,
                                event.createdAt().plusSeconds(3_600),
                                null));
        assertThat(opened(created).dial()).isEqualTo(new Dial("+12125550123", e164));
    }

    @Test
    void saysWhyTheTextCannotGoOut_andAsksNobodyToSendIt() {
        var created = create(text(null));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/initialMessageStatus")).isEqualTo("failed");
        assertThat(created.at("/initialMessageError")).isEqualTo("missing_phone_number");
        assertThat(created.at("/needsResponse")).isEqualTo("true");
        assertThat(created.at("/messageCounts/total")).isEqualTo("1");
        assertThat(created.at("/messageCounts/failed")).isEqualTo("1");
        assertThat(onlyEvent(created).initialMessage()).isNull();
        assertThat(opened(created).letter()).isNull();
        assertThat(api.get(created.header("Location"), owner.toString()).text())
                .isEqualTo(created.text());
    }

    @Test
    void refusesWhomTheRecipientOptedOutOf() {
        var number = workspace.number(Numbers.next(), 1);
        workspace.optOut(number, "+12125550123");

        assertThat(create(text(number)).at("/initialMessageError"))
                .isEqualTo("recipient_opted_out");
        assertThat(
                        Announced.about(id(create(text(number)), "/id"))
                                .getFirst()
                                .event()
                                .initialMessage())
                .isNull();
    }

    @Test
    void saysWhyTheCallCannotBePlaced() {
        var workflow = workspace.workflow(null, null, null);
        var created =
                create(
                        "{\"channel\": \"phone-voice\", \"workflowId\": \"%s\"}"
                                .formatted(workflow));

        assertThat(created.at("/call/status")).isEqualTo("failed");
        assertThat(created.at("/call/reason")).isEqualTo("missing_phone_number");
        assertThat(created.at("/initialMessageError")).isEqualTo("missing_phone_number");
        assertThat(created.at("/needsResponse")).isEqualTo("true");
        assertThat(onlyEvent(created).call()).isNull();
        assertThat(api.get(created.header("Location"), owner.toString()).text())
                .isEqualTo(created.text());
    }

    @Test
    void cannotTellAnotherWorkspacesThingsFromUnknownOnes() {
        var other = new DemoWorkspace();
        var strangers =
                """
                {"channel": "phone-sms", "phoneNumberId": "%s", "siteId": "%s", "assistantChatModelId": "%s"}
                """
                        .formatted(
                                other.number(Numbers.next(), 1), other.site(), other.model("chat"));
        assertThat(fields(create(strangers)))
                .containsExactlyInAnyOrder("phoneNumberId", "siteId", "assistantChatModelId");
        var people =
                "{\"channel\": \"web-chat\", \"memberId\": \"%s\", \"workflowId\": \"%s\"}"
                        .formatted(other.human(null, null), other.workflow(null, null, null));
        assertThat(create(people).status()).isEqualTo(404);
        assertThat(fields(create(people))).containsExactlyInAnyOrder("memberId", "workflowId");
    }

    /** The directory's one and the outbox's one come on top. */
    @Test
    void insertsEachTableInOneStatement_withoutASelect() {
        var statistics =
                api.bean(EntityManagerFactory.class).unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        create("{\"channel\": \"web-chat\", \"memberId\": \"%s\"}".formatted(patient));
        statistics.setStatisticsEnabled(false);
        assertThat(statistics.getEntityInsertCount()).isEqualTo(4);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
    }

    @Test
    void writesNothing_whenItRefuses() {
        create("{\"channel\": \"fax\"}");
        create("{\"channel\": \"web-chat\", \"memberId\": \"%s\"}".formatted(UUID.randomUUID()));

        var rows =
                RunningApi.DATABASE
                        .reader()
                        .sql("select count(*) from chat where workspace_id = ?")
                        .param(workspace.id())
                        .query(Long.class)
                        .single();
        assertThat(rows).isZero();
    }

    private Answer create(String json, String... headers) {
        return api.post(workspace.chats(), owner.toString(), json, headers);
    }

    private Answer pinned(UUID workflow, int version) {
        return create(
                "{\"channel\": \"web-chat\", \"workflowId\": \"%s\", \"workflowVersionNumber\": %d}"
                        .formatted(workflow, version));
    }

    private String text(@Nullable UUID number) {
        return """
        {"channel": "phone-sms", "memberId": "%s", "assistantEnabled": false, "initialMessage": "Hello",
         "title": "Knee", "metadata": {"a": "b"}, "phoneNumberId": %s}
        """
                .formatted(patient, number == null ? "null" : "\"" + number + "\"");
    }

    private static ChatCreated onlyEvent(Answer created) {
        var told = Announced.about(id(created, "/id"));
        assertThat(told).hasSize(1);
        return told.getFirst().event();
    }

    private static Confidential opened(Answer created) {
        return Announced.about(id(created, "/id")).getFirst().opened(api.bean(Sealer.class));
    }

    private static UUID initialMessageOf(Answer created) {
        return RunningApi.DATABASE
                .reader()
                .sql("select id from message where chat_id = ? and initial")
                .param(id(created, "/id"))
                .query(UUID.class)
                .single();
    }

    private static UUID id(Answer answer, String pointer) {
        return UUID.fromString(answer.at(pointer));
    }

    private static List<String> fields(Answer answer) {
        return answer.json()
                .at("/errors")
                .valueStream()
                .map(e -> e.at("/field").asString())
                .toList();
    }
}
