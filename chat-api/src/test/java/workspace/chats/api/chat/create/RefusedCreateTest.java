package workspace.chats.api.chat.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workspace.chats.api.chat.create.Decision.Invalid;
import workspace.chats.api.chat.create.Decision.NotFound;
import workspace.chats.api.problem.FieldProblem;

class RefusedCreateTest {

    private final Clinic clinic = new Clinic();

    /** A body and everything that is wrong with it, as {@code field code}. */
    record Case(String body, List<String> problems) {

        Case(String body, String... problems) {
            this(body, List.of(problems));
        }

        @Override
        public String toString() {
            return String.join(", ", problems)
                    + " <- "
                    + (body.length() > 90 ? body.substring(0, 90) : body);
        }
    }

    @ParameterizedTest
    @MethodSource({
        "bodies",
        "fields",
        "combinations",
        "messages",
        "participants",
        "metadata",
        "things"
    })
    void isInvalid_withEveryProblemInItsPlace(Case given) {
        assertThat(clinic.decide(given.body))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        it ->
                                assertThat(words(it.problems()))
                                        .containsExactlyInAnyOrderElementsOf(given.problems));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void isNotFound_namingEveryField(Case given) {
        assertThat(clinic.decide(given.body))
                .isInstanceOfSatisfying(
                        NotFound.class,
                        it ->
                                assertThat(words(it.problems()))
                                        .containsExactlyInAnyOrderElementsOf(given.problems));
    }

    @Test
    void saysWhatIsInvalid_beforeWhatIsNotFound() {
        var body =
                """
                {"channel": "web-chat", "memberId": "%s", "workflowId": "%s", "siteId": "%s"}
                """
                        .formatted(Clinic.NOBODY, Clinic.NOBODY, Clinic.NOBODY);
        assertThat(clinic.decide(body))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        it -> assertThat(words(it.problems())).containsExactly("siteId unknown"));
    }

    @Test
    void reportsAHundredProblemsAtMost() {
        var fields = IntStream.range(0, 300).mapToObj(i -> "\"%s\": 1".formatted(name(i))).toList();
        assertThat(clinic.decide("{" + String.join(",", fields) + "}"))
                .isInstanceOfSatisfying(
                        Invalid.class, it -> assertThat(it.problems()).hasSize(100));
    }

    static Stream<Case> bodies() {
        return Stream.of(
                new Case("", "$ malformed_json"),
                new Case("{", "$ malformed_json"),
                new Case("{\"channel\": \"web-chat\",}", "$ malformed_json"),
                new Case("{\"channel\": \"web-chat\"} {}", "$ malformed_json"),
                new Case("{\"channel\": NaN}", "$ malformed_json"),
                new Case("[".repeat(5_000) + "]".repeat(5_000), "$ malformed_json"),
                new Case("{\"isTest\": " + "9".repeat(5_000) + "}", "$ malformed_json"),
                new Case("null", "$ wrong_type"),
                new Case("[]", "$ wrong_type"),
                new Case("\"web-chat\"", "$ wrong_type"),
                new Case("{}", "channel required"),
                new Case("{\"channel\": null}", "channel required"),
                new Case("{\"channel\": 1}", "channel wrong_type"),
                new Case("{\"channel\": \"fax\"}", "channel not_allowed"),
                new Case("{\"channel\": \"WEB_CHAT\"}", "channel not_allowed"));
    }

    static Stream<Case> fields() {
        return Stream.of(
                webChat("\"color\": 1", "color unknown_field"),
                webChat("\"color\": null", "color unknown_field"),
                webChat("\"Jane Doe 1999\": 1", "(other) unknown_field"),
                webChat("\"title\": \"a\", \"title\": \"b\"", "title duplicate_field"),
                webChat("\"title\": 1", "title wrong_type"),
                webChat("\"isTest\": \"true\"", "isTest wrong_type"),
                webChat("\"assistantEnabled\": 0", "assistantEnabled wrong_type"),
                webChat("\"memberId\": 7", "memberId wrong_type"),
                webChat("\"memberId\": \"7\"", "memberId malformed_id"),
                webChat("\"memberId\": \"1-1-1-1-1\"", "memberId malformed_id"),
                webChat("\"assistantMemberId\": \"\"", "assistantMemberId malformed_id"),
                webChat("\"workflowId\": \"x\"", "workflowId malformed_id"),
                webChat("\"siteId\": \"x\"", "siteId malformed_id"),
                webChat("\"assistantChatModelId\": \"x\"", "assistantChatModelId malformed_id"),
                webChat(
                        "\"assistantRealtimeModelId\": \"x\"",
                        "assistantRealtimeModelId malformed_id"),
                webChat("\"title\": \"" + "t".repeat(201) + "\"", "title too_long"),
                webChat("\"title\": \"a\\nb\"", "title control_character"),
                webChat("\"title\": \"a\\u2028b\"", "title control_character"),
                webChat("\"title\": \"a\\u0000b\"", "title malformed_text"),
                webChat("\"title\": \"a\\ud800b\"", "title malformed_text"),
                webChat("\"chatType\": \"dm\"", "chatType not_allowed"),
                webChat("\"chatType\": \"\"", "chatType not_allowed"),
                webChat("\"chatType\": \"Visit\"", "chatType not_allowed"),
                webChat("\"chatType\": \"1visit\"", "chatType not_allowed"),
                webChat("\"chatType\": \"visit\\n\"", "chatType not_allowed"),
                webChat("\"chatType\": \"" + "v".repeat(41) + "\"", "chatType not_allowed"));
    }

    static Stream<Case> combinations() {
        return Stream.of(
                webChat(
                        ref("phoneNumberId", Clinic.MAIN.id()),
                        "phoneNumberId not_on_this_channel"),
                webChat(ref("inboxId", Clinic.FRONT_DESK.id()), "inboxId not_on_this_channel"),
                on(
                        "email",
                        ref("phoneNumberId", Clinic.MAIN.id()),
                        "phoneNumberId not_on_this_channel"),
                on(
                        "phone-sms",
                        ref("inboxId", Clinic.FRONT_DESK.id()),
                        "inboxId not_on_this_channel"),
                on(
                        "phone-voice",
                        ref("inboxId", Clinic.FRONT_DESK.id()),
                        "inboxId not_on_this_channel"),
                on(
                        "phone-sms",
                        ref("phoneNumberId", Clinic.MAIN.id())
                                + ", "
                                + ref("inboxId", Clinic.FRONT_DESK.id()),
                        "phoneNumberId mutually_exclusive",
                        "inboxId mutually_exclusive",
                        "inboxId not_on_this_channel"),
                webChat("\"workflowVersionNumber\": 1", "workflowVersionNumber needs_workflow"),
                webChat(
                        "\"workflowId\": null, \"workflowVersionNumber\": 1",
                        "workflowVersionNumber needs_workflow"),
                webChat(
                        ref("workflowId", Clinic.INTAKE.id())
                                + ", \"workflowVersionNumber\": \"1\"",
                        "workflowVersionNumber wrong_type"),
                webChat(
                        ref("workflowId", Clinic.INTAKE.id()) + ", \"workflowVersionNumber\": 1.0",
                        "workflowVersionNumber wrong_type"),
                new Case(
                        "{\"chatType\": \"dm\", \"extra\": {}, \"participants\": [{\"role\": 1}, 2]}",
                        "channel required",
                        "chatType not_allowed",
                        "extra unknown_field",
                        "participants[0].memberId required",
                        "participants[0].role wrong_type",
                        "participants[1] wrong_type"));
    }

    static Stream<Case> messages() {
        return Stream.of(
                on(
                        "phone-sms",
                        "\"initialMessage\": \"hi\"",
                        "initialMessage needs_disabled_assistant"),
                on(
                        "email",
                        "\"initialMessage\": \"hi\", \"assistantEnabled\": true",
                        "initialMessage needs_disabled_assistant"),
                message("web-chat", "hi", "initialMessage not_on_this_channel"),
                message("phone-voice", "hi", "initialMessage not_on_this_channel"),
                message("phone-sms", "", "initialMessage blank"),
                message("email", " \\n\\u00a0\\u3000", "initialMessage blank"),
                message("phone-sms", "x".repeat(1_601), "initialMessage too_long"),
                message("email", "x".repeat(100_001), "initialMessage too_long"),
                message("phone-sms", "a\\u0000", "initialMessage malformed_text"));
    }

    static Stream<Case> participants() {
        var fiftyOne =
                IntStream.range(0, 51)
                        .mapToObj(i -> participant(Clinic.id(100 + i).toString(), null));
        return Stream.of(
                webChat("\"participants\": {}", "participants wrong_type"),
                webChat(
                        "\"participants\": [" + String.join(",", fiftyOne.toList()) + "]",
                        "participants too_many"),
                webChat("\"participants\": [null]", "participants[0] wrong_type"),
                webChat(
                        "\"participants\": [{\"memberId\": \"x\"}]",
                        "participants[0].memberId malformed_id"),
                webChat(
                        "\"participants\": ["
                                + participant(Clinic.STRANGER.id().toString(), null)
                                + ","
                                + participant(Clinic.STRANGER.id().toString(), "operator")
                                + "]",
                        "participants[1].memberId duplicate"),
                webChat(
                        "\"participants\": ["
                                + participant(Clinic.STRANGER.id().toString(), "owner")
                                + "]",
                        "participants[0].role not_allowed"),
                webChat(
                        "\"participants\": ["
                                + participant(Clinic.ASSISTANT.id().toString(), "assistant")
                                + ","
                                + participant(Clinic.STRANGER.id().toString(), "assistant")
                                + "]",
                        "participants[1].role not_an_assistant"),
                webChat(
                        "\"participants\": [{\"memberId\": \"%s\", \"nickname\": 1}]"
                                .formatted(Clinic.STRANGER.id()),
                        "participants[0].nickname unknown_field"));
    }

    static Stream<Case> metadata() {
        var fiftyOne = IntStream.range(0, 51).mapToObj(i -> "\"k" + i + "\": \"v\"").toList();
        return Stream.of(
                webChat("\"metadata\": []", "metadata wrong_type"),
                webChat("\"metadata\": {\"a\": 1}", "metadata wrong_type"),
                webChat("\"metadata\": {\"a\": {\"b\": \"c\"}}", "metadata wrong_type"),
                webChat("\"metadata\": {" + String.join(",", fiftyOne) + "}", "metadata too_many"),
                webChat("\"metadata\": {\"a\": \"" + "v".repeat(501) + "\"}", "metadata too_long"),
                webChat("\"metadata\": {\"" + "k".repeat(501) + "\": \"v\"}", "metadata too_long"),
                webChat("\"metadata\": {\"a\": \"\\u0000\"}", "metadata malformed_text"));
    }

    static Stream<Case> things() {
        return Stream.of(
                on("phone-sms", ref("phoneNumberId", Clinic.NOBODY), "phoneNumberId unknown"),
                on(
                        "phone-sms",
                        ref("phoneNumberId", Clinic.VOICE_ONLY.id()),
                        "phoneNumberId not_capable"),
                on(
                        "phone-voice",
                        ref("phoneNumberId", Clinic.SMS_ONLY.id()),
                        "phoneNumberId not_capable"),
                on("email", ref("inboxId", Clinic.NOBODY), "inboxId unknown"),
                webChat(ref("siteId", Clinic.NOBODY), "siteId unknown"),
                webChat(ref("assistantChatModelId", Clinic.NOBODY), "assistantChatModelId unknown"),
                webChat(
                        ref("assistantChatModelId", Clinic.VOICE_MODEL),
                        "assistantChatModelId unknown"),
                webChat(
                        ref("assistantRealtimeModelId", Clinic.CHAT_MODEL),
                        "assistantRealtimeModelId unknown"),
                webChat(ref("workflowId", Clinic.DRAFT.id()), "workflowId not_published"),
                webChat(
                        ref("workflowId", Clinic.DRAFT.id()) + ", \"workflowVersionNumber\": 1",
                        "workflowId not_published"));
    }

    static Stream<Case> missing() {
        return Stream.of(
                webChat(ref("workflowId", Clinic.NOBODY), "workflowId not_found"),
                webChat(
                        ref("workflowId", Clinic.NOBODY) + ", \"workflowVersionNumber\": 1",
                        "workflowId not_found"),
                webChat(
                        ref("workflowId", Clinic.INTAKE.id()) + ", \"workflowVersionNumber\": 3",
                        "workflowVersionNumber not_found"),
                webChat(
                        ref("workflowId", Clinic.INTAKE.id()) + ", \"workflowVersionNumber\": -1",
                        "workflowVersionNumber not_found"),
                webChat(
                        ref("workflowId", Clinic.INTAKE.id())
                                + ", \"workflowVersionNumber\": 99999999999",
                        "workflowVersionNumber not_found"),
                webChat(ref("memberId", Clinic.NOBODY), "memberId not_found"),
                webChat(ref("memberId", Clinic.LEFT.id()), "memberId not_found"),
                webChat(ref("assistantMemberId", Clinic.NOBODY), "assistantMemberId not_found"),
                webChat(
                        ref("assistantMemberId", Clinic.PATIENT.id()),
                        "assistantMemberId not_found"),
                webChat(
                        ref("assistantMemberId", Clinic.RETIRED_AGENT.id()),
                        "assistantMemberId not_found"),
                webChat(
                        "\"participants\": ["
                                + participant(Clinic.STRANGER.id().toString(), null)
                                + ","
                                + participant(Clinic.LEFT.id().toString(), "assistant")
                                + "]",
                        "participants[1].memberId not_found"),
                webChat(
                        ref("memberId", Clinic.NOBODY)
                                + ", "
                                + ref("workflowId", Clinic.NOBODY)
                                + ", "
                                + ref("assistantMemberId", Clinic.NOBODY),
                        "workflowId not_found",
                        "memberId not_found",
                        "assistantMemberId not_found"));
    }

    private static Case webChat(String fields, String... problems) {
        return on("web-chat", fields, problems);
    }

    private static Case on(String channel, String fields, String... problems) {
        return new Case("{\"channel\": \"%s\", %s}".formatted(channel, fields), problems);
    }

    private static Case message(String channel, String text, String... problems) {
        return on(
                channel,
                "\"assistantEnabled\": false, \"initialMessage\": \"%s\"".formatted(text),
                problems);
    }

    private static String ref(String field, Object id) {
        return "\"%s\": \"%s\"".formatted(field, id);
    }

    private static String participant(String id, @Nullable String role) {
        return role == null
                ? "{\"memberId\": \"%s\", \"role\": null}".formatted(id)
                : "{\"memberId\": \"%s\", \"role\": \"%s\"}".formatted(id, role);
    }

    private static String name(int i) {
        return "x" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
    }

    private static List<String> words(List<FieldProblem> problems) {
        return problems.stream().map(p -> p.field() + " " + p.flaw().code()).toList();
    }
}
