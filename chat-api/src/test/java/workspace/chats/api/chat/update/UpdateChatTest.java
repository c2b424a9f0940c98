package workspace.chats.api.chat.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.Assistant;
import workspace.chats.api.chat.Attendee;
import workspace.chats.api.chat.Chat;
import workspace.chats.api.chat.ChatDetails;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.update.Decision.Accepted;
import workspace.chats.api.chat.update.Decision.Invalid;
import workspace.chats.api.chat.update.Decision.NotFound;
import workspace.chats.api.directory.Directory;
import workspace.chats.api.directory.Member;
import workspace.chats.api.directory.MemberKind;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;
import workspace.chats.events.Channel;
import workspace.chats.events.Role;

class UpdateChatTest {

    private static final UUID WORKSPACE = id(1);
    private static final UUID OWNER = id(2);
    private static final Member ASSISTANT = assistant(3, true);
    private static final Member OTHER = assistant(4, true);
    private static final Member RETIRED = assistant(5, false);

    @Test
    void keepsWhatIsAbsent_andClearsWhatIsNull() {
        var edited =
                accepted(chat("simple", true, ASSISTANT), "{\"title\": null, \"paused\": true}");
        assertThat(edited.edited().title()).isNull();
        assertThat(edited.edited().paused()).isTrue();
        assertThat(edited.edited().metadata()).isEqualTo(Map.of("a", "1"));
        assertThat(edited.edited().assistant().memberId()).isEqualTo(ASSISTANT.id());
        assertThat(edited.newcomer()).isEmpty();
    }

    @Test
    void bringsInAnAssistantWhoIsNewlyChosen_andOneWhoIsTurnedOn() {
        var chosen = accepted(chat("simple", true, null), "{\"assistantMemberId\": \"%s\"}", OTHER);
        assertThat(chosen.newcomer()).contains(OTHER);
        var turnedOn = accepted(chat("simple", false, OTHER), "{\"assistantEnabled\": true}");
        assertThat(turnedOn.newcomer()).contains(OTHER);
    }

    @Test
    void bringsInNobody_whoIsOffOrCleared() {
        assertThat(
                        accepted(
                                        chat("simple", false, null),
                                        "{\"assistantMemberId\": \"%s\"}",
                                        OTHER)
                                .newcomer())
                .isEmpty();
        var cleared = accepted(chat("simple", true, ASSISTANT), "{\"assistantMemberId\": null}");
        assertThat(cleared.newcomer()).isEmpty();
        assertThat(cleared.edited().assistant()).isEqualTo(new Assistant(true, null, null, null));
        assertThat(accepted(chat("simple", false, null), "{\"assistantEnabled\": true}").newcomer())
                .isEmpty();
    }

    @Test
    void judgesOnlyWhatChanges() {
        var kept =
                "{\"title\": \"New\", \"assistantMemberId\": \"%s\", \"assistantEnabled\": true}"
                        .formatted(RETIRED.id());
        assertThat(decide(chat("simple", true, RETIRED), kept)).isInstanceOf(Accepted.class);
        assertThat(decide(chat("simple", false, RETIRED), kept))
                .isEqualTo(
                        new NotFound(
                                List.of(new FieldProblem("assistantMemberId", Flaw.NOT_FOUND))));
    }

    @Test
    void seesWhenNothingChanges() {
        var chat = chat("simple", true, ASSISTANT);
        assertThat(edit(chat, body("{}")).changesNothing()).isTrue();
        assertThat(edit(chat, body("{\"metadata\": {\"a\": \"1\"}}")).changesNothing()).isTrue();
        assertThat(edit(chat, body("{\"metadata\": {}}")).changesNothing()).isFalse();
    }

    @Test
    void keepsADmBetweenItsTwo() {
        assertThat(
                        decide(
                                chat("dm", true, ASSISTANT),
                                "{\"assistantMemberId\": \"%s\"}".formatted(OTHER.id())))
                .isEqualTo(invalid("assistantMemberId"));
        assertThat(decide(chat("dm", false, null), "{\"assistantEnabled\": true}"))
                .isEqualTo(invalid("assistantEnabled"));
        assertThat(
                        decide(
                                chat("dm", true, ASSISTANT),
                                "{\"assistantEnabled\": false, \"title\": \"Us\"}"))
                .isInstanceOf(Accepted.class);
    }

    private static Decision invalid(String field) {
        return new Invalid(List.of(new FieldProblem(field, Flaw.NOT_IN_A_DM)));
    }

    private static Accepted accepted(ChatSnapshot chat, String body, Member... named) {
        var ids = List.of(named).stream().map(Member::id).toArray();
        return (Accepted) decide(chat, body.formatted(ids));
    }

    private static Decision decide(ChatSnapshot chat, String json) {
        var body = body(json);
        return UpdateChat.decide(edit(chat, body), body.problems(), directory());
    }

    private static Edit edit(ChatSnapshot chat, Body body) {
        return new Edit(chat, UpdateReader.read(body.fields(), chat.chat().editable()));
    }

    private static Body body(String json) {
        return Body.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The owner and the assistant who takes part, whoever is chosen. */
    private static ChatSnapshot chat(String type, boolean enabled, @Nullable Member chosen) {
        var assistant =
                new Assistant(
                        enabled,
                        Optional.ofNullable(chosen).map(Member::id).orElse(null),
                        null,
                        null);
        var details =
                new ChatDetails(
                        Channel.WEB_CHAT,
                        type,
                        "Title",
                        OWNER,
                        OWNER,
                        assistant,
                        null,
                        null,
                        null,
                        null,
                        false,
                        Map.of("a", "1"));
        return new ChatSnapshot(
                new Chat(new Key(WORKSPACE, id(9)), details, Instant.EPOCH),
                List.of(
                        new Attendee(id(10), OWNER, Role.OWNER, "Owner"),
                        new Attendee(id(11), ASSISTANT.id(), Role.ASSISTANT, "Assistant")),
                null,
                null);
    }

    private static Directory directory() {
        return new Directory(
                WORKSPACE,
                "Clinic",
                null,
                null,
                OWNER,
                null,
                null,
                null,
                null,
                List.of(ASSISTANT, OTHER, RETIRED),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    private static Member assistant(int number, boolean active) {
        return new Member(id(number), MemberKind.ASSISTANT, "Assistant", null, null, active);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
