package workspace.chats.api.chat.create;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.api.chat.create.Clinic.AGENT;
import static workspace.chats.api.chat.create.Clinic.ASSISTANT;
import static workspace.chats.api.chat.create.Clinic.BARE;
import static workspace.chats.api.chat.create.Clinic.FRONT_DESK;
import static workspace.chats.api.chat.create.Clinic.HALF_A_NUMBER;
import static workspace.chats.api.chat.create.Clinic.INTAKE;
import static workspace.chats.api.chat.create.Clinic.MAIN;
import static workspace.chats.api.chat.create.Clinic.OWNER;
import static workspace.chats.api.chat.create.Clinic.PATIENT;
import static workspace.chats.api.chat.create.Clinic.SMS_ONLY;
import static workspace.chats.api.chat.create.Clinic.STRANGER;
import static workspace.chats.api.chat.create.Clinic.VOICE_ONLY;
import static workspace.chats.api.chat.create.Clinic.WORN_OUT;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.api.chat.Assistant;
import workspace.chats.api.chat.create.Decision.Accepted;
import workspace.chats.api.chat.delivery.Delivery;
import workspace.chats.api.chat.delivery.Delivery.Impossible;
import workspace.chats.api.chat.delivery.Delivery.Possible;
import workspace.chats.events.Channel;
import workspace.chats.events.ReasonCode;

class CreateChatTest {

    private final Clinic clinic = new Clinic();

    @Test
    void aWebChatNeedsNothingButItsChannel() {
        var chat = accepted("{\"channel\": \"web-chat\"}");

        assertThat(chat.details().channel()).isEqualTo(Channel.WEB_CHAT);
        assertThat(chat.details().chatType()).isEqualTo("simple");
        assertThat(chat.details().ownerMemberId()).isEqualTo(OWNER.id());
        assertThat(chat.details().memberId()).isEqualTo(OWNER.id());
        assertThat(chat.details().assistant())
                .isEqualTo(new Assistant(true, ASSISTANT.id(), null, null));
        assertThat(chat.details().assignment()).isNull();
        assertThat(chat.details().metadata()).isEmpty();
        assertThat(chat.message()).isNull();
        assertThat(chat.call()).isNull();
        assertThat(seats(chat))
                .containsExactly(OWNER.id() + " OWNER", ASSISTANT.id() + " ASSISTANT");
    }

    @Test
    void nullMeansAbsent_everywhere() {
        var nulls =
                """
                {"channel": "web-chat", "workflowId": null, "workflowVersionNumber": null, "memberId": null, "inboxId": null,
                 "phoneNumberId": null, "participants": null, "assistantEnabled": null, "assistantMemberId": null,
                 "assistantChatModelId": null, "assistantRealtimeModelId": null, "initialMessage": null, "title": null,
                 "siteId": null, "isTest": null, "chatType": null, "metadata": null}
                """;
        assertThat(accepted(nulls)).isEqualTo(accepted("{\"channel\": \"web-chat\"}"));
        assertThat(
                        accepted("{\"channel\": \"web-chat\", \"metadata\": {\"a\": null}}")
                                .details()
                                .metadata())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", " \u2007\u3000\u202f"})
    void aBlankTitleIsNone(String blank) {
        assertThat(
                        accepted("{\"channel\": \"web-chat\", \"title\": \"%s\"}".formatted(blank))
                                .details()
                                .title())
                .isNull();
    }

    @Test
    void limitsAreCountedInCharacters_andIncludeTheirEnds() {
        var smile = "\\ud83d\\ude42";
        var chat =
                accepted(
                        """
                        {"channel": "phone-sms", "assistantEnabled": false, "title": "%s", "initialMessage": "%s",
                         "chatType": "%s", "metadata": {"%s": "%s"}}
                        """
                                .formatted(
                                        smile.repeat(200),
                                        smile.repeat(1_600),
                                        "v".repeat(40),
                                        smile.repeat(500),
                                        smile.repeat(500)));
        assertThat(Objects.requireNonNull(chat.message()).text()).hasSize(3_200);
        var mail =
                accepted(
                        "{\"channel\": \"email\", \"assistantEnabled\": false, \"initialMessage\": \"%s\"}"
                                .formatted(smile.repeat(100_000)));
        assertThat(Objects.requireNonNull(mail.message()).text()).hasSize(200_000);
    }

    @Test
    void fiftyAreNotTooMany() {
        var metadata = IntStream.range(0, 50).mapToObj("\"k%d\": \"v\""::formatted).toList();
        assertThat(
                        accepted(
                                        "{\"channel\": \"web-chat\", \"metadata\": {%s}}"
                                                .formatted(String.join(",", metadata)))
                                .details()
                                .metadata())
                .hasSize(50);
        var nobodies =
                IntStream.range(0, 50)
                        .mapToObj(i -> "{\"memberId\": \"%s\"}".formatted(Clinic.id(100 + i)))
                        .toList();
        assertThat(
                        clinic.decide(
                                "{\"channel\": \"web-chat\", \"participants\": [%s]}"
                                        .formatted(String.join(",", nobodies))))
                .isInstanceOfSatisfying(
                        Decision.NotFound.class, it -> assertThat(it.problems()).hasSize(50));
    }

    @Test
    void isOfTheTypeAskedFor_elseAnAssignmentWithAWorkflow_elseSimple() {
        assertThat(typeOf("{\"channel\": \"web-chat\"}")).isEqualTo("simple");
        assertThat(typeOf(withWorkflow("web-chat", INTAKE.id()))).isEqualTo("assignment");
        assertThat(
                        typeOf(
                                "{\"channel\": \"web-chat\", \"workflowId\": \"%s\", \"chatType\": \"visit\"}"
                                        .formatted(INTAKE.id())))
                .isEqualTo("visit");
    }

    @Test
    void keepsWhatIsNamedForTheAssistantOfADisabledChat() {
        var chat =
                accepted(
                        """
                        {"channel": "web-chat", "assistantEnabled": false, "assistantMemberId": "%s",
                         "assistantChatModelId": "%s", "assistantRealtimeModelId": "%s"}
                        """
                                .formatted(AGENT.id(), Clinic.CHAT_MODEL, Clinic.VOICE_MODEL));
        assertThat(chat.details().assistant())
                .isEqualTo(new Assistant(false, AGENT.id(), Clinic.CHAT_MODEL, Clinic.VOICE_MODEL));
        assertThat(seats(chat)).containsExactly(OWNER.id() + " OWNER");
    }

    @Test
    void keepsWhatIsGiven() {
        var details =
                accepted(
                                """
                                {"channel": "web-chat", "title": "Knee", "siteId": "%s", "isTest": true, "chatType": "visit-2",
                                 "assistantChatModelId": "%s", "assistantRealtimeModelId": "%s", "metadata": {"a": "b"}}
                                """
                                        .formatted(
                                                Clinic.SITE, Clinic.CHAT_MODEL, Clinic.VOICE_MODEL))
                        .details();
        assertThat(details.title()).isEqualTo("Knee");
        assertThat(details.siteId()).isEqualTo(Clinic.SITE);
        assertThat(details.isTest()).isTrue();
        assertThat(details.chatType()).isEqualTo("visit-2");
        assertThat(details.metadata()).isEqualTo(Map.of("a", "b"));
        assertThat(details.assistant().chatModelId()).isEqualTo(Clinic.CHAT_MODEL);
        assertThat(details.assistant().realtimeModelId()).isEqualTo(Clinic.VOICE_MODEL);
    }

    @Test
    void pinsTheActiveVersion_elseTheLatestPublished_elseTheOneAskedFor() {
        assertThat(pinned(INTAKE.id(), "null")).isEqualTo(2);
        assertThat(pinned(BARE.id(), "null")).isEqualTo(3);
        assertThat(pinned(WORN_OUT.id(), "null")).isEqualTo(1);
        assertThat(pinned(INTAKE.id(), "4")).isEqualTo(4);
        assertThat(accepted(withWorkflow("web-chat", INTAKE.id())).details().chatType())
                .isEqualTo("assignment");
    }

    @Test
    void takesTheAssistantAskedFor_elseTheWorkflowsAgent_elseTheWorkspaces() {
        assertThat(assistantOf(withWorkflow("web-chat", INTAKE.id()))).isEqualTo(AGENT.id());
        assertThat(assistantOf(withWorkflow("web-chat", BARE.id()))).isEqualTo(ASSISTANT.id());
        assertThat(assistantOf(withWorkflow("web-chat", WORN_OUT.id()))).isEqualTo(ASSISTANT.id());
        assertThat(
                        assistantOf(
                                "{\"channel\": \"web-chat\", \"workflowId\": \"%s\", \"assistantMemberId\": \"%s\"}"
                                        .formatted(INTAKE.id(), ASSISTANT.id())))
                .isEqualTo(ASSISTANT.id());
        clinic.withoutAssistant();
        assertThat(assistantOf("{\"channel\": \"web-chat\"}")).isNull();
    }

    @Test
    void keepsTheAssistantOfADisabledChat_withoutSeatingHim() {
        var chat = accepted("{\"channel\": \"web-chat\", \"assistantEnabled\": false}");
        assertThat(chat.details().assistant())
                .isEqualTo(new Assistant(false, ASSISTANT.id(), null, null));
        assertThat(seats(chat)).containsExactly(OWNER.id() + " OWNER");
    }

    @Test
    void seatsEverybodyOnce_inOrder_keepingTheRoleHeHas() {
        var chat =
                accepted(
                        """
                        {"channel": "web-chat", "memberId": "%s", "participants": [
                          {"memberId": "%s", "role": "operator"}, {"memberId": "%s"}, {"memberId": "%s", "role": "contributor"},
                          {"memberId": "%s", "role": "operator"}]}
                        """
                                .formatted(
                                        PATIENT.id(),
                                        STRANGER.id(),
                                        PATIENT.id(),
                                        ASSISTANT.id(),
                                        OWNER.id()));
        assertThat(seats(chat))
                .containsExactly(
                        OWNER.id() + " OWNER",
                        PATIENT.id() + " MEMBER",
                        ASSISTANT.id() + " ASSISTANT",
                        STRANGER.id() + " OPERATOR");
    }

    @Test
    void seatsAnAssistantWhoIsInvited() {
        var chat =
                accepted(
                        "{\"channel\": \"web-chat\", \"assistantEnabled\": false, \"participants\": [{\"memberId\": \"%s\", \"role\": \"assistant\"}]}"
                                .formatted(ASSISTANT.id()));
        assertThat(seats(chat))
                .containsExactly(OWNER.id() + " OWNER", ASSISTANT.id() + " ASSISTANT");
    }

    @Test
    void anInvitedContributorIsTheDefaultRole() {
        var chat =
                accepted(
                        "{\"channel\": \"web-chat\", \"assistantEnabled\": false, \"participants\": [{\"memberId\": \"%s\"}]}"
                                .formatted(STRANGER.id()));
        assertThat(seats(chat))
                .containsExactly(OWNER.id() + " OWNER", STRANGER.id() + " CONTRIBUTOR");
    }

    @Test
    void takesTheNumberAskedFor_elseTheWorkflows_elseTheWorkspaces_ifItCanServeTheChannel() {
        assertThat(numberOf(withWorkflow("phone-sms", INTAKE.id()))).isEqualTo(MAIN.id());
        assertThat(numberOf(withWorkflow("phone-sms", WORN_OUT.id()))).isNull();
        assertThat(numberOf(withWorkflow("phone-voice", WORN_OUT.id()))).isEqualTo(VOICE_ONLY.id());
        assertThat(numberOf("{\"channel\": \"phone-sms\"}")).isNull();
        clinic.withDefaults(SMS_ONLY.id(), FRONT_DESK.id());
        assertThat(numberOf("{\"channel\": \"phone-sms\"}")).isEqualTo(SMS_ONLY.id());
        assertThat(numberOf(withWorkflow("phone-sms", WORN_OUT.id()))).isEqualTo(SMS_ONLY.id());
        assertThat(numberOf("{\"channel\": \"phone-voice\"}")).isNull();
        assertThat(numberOf("{\"channel\": \"web-chat\"}")).isNull();
        assertThat(
                        numberOf(
                                "{\"channel\": \"phone-sms\", \"phoneNumberId\": \"%s\"}"
                                        .formatted(MAIN.id())))
                .isEqualTo(MAIN.id());
    }

    @Test
    void takesTheInboxAskedFor_elseTheWorkflows_elseTheWorkspaces() {
        assertThat(accepted("{\"channel\": \"email\"}").details().inboxId()).isNull();
        assertThat(accepted(withWorkflow("email", INTAKE.id())).details().inboxId())
                .isEqualTo(FRONT_DESK.id());
        clinic.withDefaults(null, FRONT_DESK.id());
        assertThat(accepted("{\"channel\": \"email\"}").details().inboxId())
                .isEqualTo(FRONT_DESK.id());
        assertThat(accepted("{\"channel\": \"web-chat\"}").details().inboxId()).isNull();
        assertThat(
                        accepted(
                                        "{\"channel\": \"email\", \"inboxId\": \"%s\"}"
                                                .formatted(Clinic.OTHER_INBOX.id()))
                                .details()
                                .inboxId())
                .isEqualTo(Clinic.OTHER_INBOX.id());
    }

    @Test
    void aTextGoesFromTheNumberToTheMembersPhone_withTheNumbersRateAndTheWorkspacesBudget() {
        var message = Objects.requireNonNull(accepted(text(PATIENT.id(), MAIN.id())).message());
        assertThat(message.delivery())
                .isEqualTo(new Possible(MAIN.id(), 3.5, 500, "+12125550199", "+12125550123"));
        assertThat(message.subject()).isNull();
        assertThat(message.text()).isEqualTo("null");
    }

    @Test
    void anEmailGoesFromTheInbox_withTheTitleOrTheWorkspaceAsItsSubject() {
        clinic.withDefaults(null, FRONT_DESK.id());
        var message = Objects.requireNonNull(accepted(email(PATIENT.id(), "null")).message());
        assertThat(message.delivery())
                .isEqualTo(
                        new Possible(
                                FRONT_DESK.id(),
                                20,
                                null,
                                "desk@example.org",
                                "patient@example.org"));
        assertThat(message.subject()).isEqualTo("Message from The Clinic");
        assertThat(
                        Objects.requireNonNull(accepted(email(PATIENT.id(), "\"Knee\"")).message())
                                .subject())
                .isEqualTo("Knee");
        assertThat(
                        Objects.requireNonNull(accepted(email(PATIENT.id(), "\" \"")).message())
                                .subject())
                .isEqualTo("Message from The Clinic");
    }

    @Test
    void aTextThatCannotGoOut_saysTheFirstReason() {
        assertThat(failureOf(text(STRANGER.id(), null))).isEqualTo(ReasonCode.MISSING_PHONE_NUMBER);
        assertThat(failureOf(text(STRANGER.id(), MAIN.id())))
                .isEqualTo(ReasonCode.MISSING_RECIPIENT_PHONE);
        assertThat(failureOf(text(HALF_A_NUMBER.id(), MAIN.id())))
                .isEqualTo(ReasonCode.MISSING_RECIPIENT_PHONE);
        clinic.withOptOut(MAIN.id(), "+12125550123");
        assertThat(failureOf(text(PATIENT.id(), MAIN.id())))
                .isEqualTo(ReasonCode.RECIPIENT_OPTED_OUT);
        assertThat(accepted(text(PATIENT.id(), SMS_ONLY.id())).message())
                .isNotNull()
                .satisfies(m -> assertThat(m.delivery()).isInstanceOf(Possible.class));
    }

    @Test
    void anEmailThatCannotGoOut_saysTheFirstReason() {
        assertThat(failureOf(email(STRANGER.id(), "null"))).isEqualTo(ReasonCode.MISSING_INBOX);
        clinic.withDefaults(null, FRONT_DESK.id());
        assertThat(failureOf(email(STRANGER.id(), "null")))
                .isEqualTo(ReasonCode.MISSING_RECIPIENT_EMAIL);
        assertThat(failureOf(email(HALF_A_NUMBER.id(), "null")))
                .isEqualTo(ReasonCode.MISSING_RECIPIENT_EMAIL);
        clinic.withOptOut(FRONT_DESK.id(), "patient@example.org");
        assertThat(failureOf(email(PATIENT.id(), "null")))
                .isEqualTo(ReasonCode.RECIPIENT_OPTED_OUT);
    }

    @ParameterizedTest
    @CsvSource({
        "phone-voice, true, true, true",
        "phone-voice, true, false, false",
        "phone-voice, false, true, false",
        "phone-voice, false, false, false",
        "phone-sms, true, true, false",
        "web-chat, true, true, false",
        "email, true, true, false"
    })
    void callsInExactlyOneCase(String channel, boolean workflow, boolean assistant, boolean calls) {
        var body =
                "{\"channel\": \"%s\", \"assistantEnabled\": %s, \"workflowId\": %s, \"memberId\": \"%s\"}"
                        .formatted(
                                channel,
                                assistant,
                                workflow ? "\"" + INTAKE.id() + "\"" : "null",
                                PATIENT.id());
        assertThat(accepted(body).call() != null).isEqualTo(calls);
    }

    @Test
    void aCallGoesFromTheNumberToTheMembersPhone() {
        var chat = accepted(call(INTAKE.id(), PATIENT.id()));
        assertThat(Objects.requireNonNull(chat.call()).delivery())
                .isEqualTo(new Possible(MAIN.id(), 3.5, 50, "+12125550199", "+12125550123"));
    }

    @Test
    void aCallThatCannotBePlaced_saysTheFirstReason() {
        assertThat(callFailureOf(call(BARE.id(), STRANGER.id())))
                .isEqualTo(ReasonCode.MISSING_PHONE_NUMBER);
        assertThat(callFailureOf(call(INTAKE.id(), STRANGER.id())))
                .isEqualTo(ReasonCode.MISSING_RECIPIENT_PHONE);
        clinic.withOptOut(MAIN.id(), "+12125550123");
        assertThat(callFailureOf(call(INTAKE.id(), PATIENT.id())))
                .isEqualTo(ReasonCode.RECIPIENT_OPTED_OUT);
        clinic.withoutAssistant();
        assertThat(callFailureOf(call(BARE.id(), STRANGER.id())))
                .isEqualTo(ReasonCode.MISSING_ASSISTANT);
    }

    @Test
    void printsNothingOfIt() {
        var decision = clinic.decide(text(PATIENT.id(), MAIN.id()).replace("null", "Knee"));
        assertThat(decision.toString()).contains("Accepted").doesNotContain("Knee", "555");
    }

    private NewChat accepted(String json) {
        return switch (clinic.decide(json)) {
            case Accepted(var chat) -> chat;
            case Decision.Invalid(var problems) -> throw new AssertionError(problems.toString());
            case Decision.NotFound(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private ReasonCode failureOf(String json) {
        return reason(Objects.requireNonNull(accepted(json).message()).delivery());
    }

    private ReasonCode callFailureOf(String json) {
        return reason(Objects.requireNonNull(accepted(json).call()).delivery());
    }

    private static ReasonCode reason(Delivery delivery) {
        return switch (delivery) {
            case Impossible(var reason) -> reason;
            case Possible possible -> throw new AssertionError("it can go out");
        };
    }

    private int pinned(UUID workflow, String version) {
        var body =
                "{\"channel\": \"web-chat\", \"workflowId\": \"%s\", \"workflowVersionNumber\": %s}"
                        .formatted(workflow, version);
        return Objects.requireNonNull(accepted(body).details().assignment()).versionNumber();
    }

    private String typeOf(String json) {
        return accepted(json).details().chatType();
    }

    private @Nullable UUID assistantOf(String json) {
        return accepted(json).details().assistant().memberId();
    }

    private @Nullable UUID numberOf(String json) {
        return accepted(json).details().phoneNumberId();
    }

    private static String withWorkflow(String channel, UUID workflow) {
        return "{\"channel\": \"%s\", \"workflowId\": \"%s\"}".formatted(channel, workflow);
    }

    private static String text(UUID member, @Nullable UUID number) {
        return """
        {"channel": "phone-sms", "assistantEnabled": false, "initialMessage": "null", "memberId": "%s",
         "phoneNumberId": %s}
        """
                .formatted(member, number == null ? "null" : "\"" + number + "\"");
    }

    private static String email(UUID member, String title) {
        return """
        {"channel": "email", "assistantEnabled": false, "initialMessage": "hi", "memberId": "%s", "title": %s}
        """
                .formatted(member, title);
    }

    private static String call(UUID workflow, UUID member) {
        return "{\"channel\": \"phone-voice\", \"workflowId\": \"%s\", \"memberId\": \"%s\"}"
                .formatted(workflow, member);
    }

    private static List<String> seats(NewChat chat) {
        return chat.participants().stream().map(g -> g.memberId() + " " + g.role()).toList();
    }
}
