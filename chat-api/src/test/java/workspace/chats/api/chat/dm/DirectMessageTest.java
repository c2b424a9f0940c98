package workspace.chats.api.chat.dm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.Assistant;
import workspace.chats.api.chat.create.NewChat.Guest;
import workspace.chats.api.directory.Member;
import workspace.chats.api.directory.MemberKind;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;
import workspace.chats.events.Channel;
import workspace.chats.events.Role;

class DirectMessageTest {

    private static final UUID ME = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Member BEGINNER = member(ME, MemberKind.HUMAN);
    private static final Member PERSON = member(OTHER, MemberKind.HUMAN);
    private static final Member ASSISTANT = member(OTHER, MemberKind.ASSISTANT);

    @Test
    void needsAScope_toBeBegunWithAPersonOnly() {
        assertThat(DirectMessage.mayBegin(caller(), ASSISTANT)).isTrue();
        assertThat(DirectMessage.mayBegin(caller(), PERSON)).isFalse();
        assertThat(DirectMessage.mayBegin(caller("chats:admin", "members:read"), PERSON)).isFalse();
        assertThat(DirectMessage.mayBegin(caller("dm:write"), PERSON)).isTrue();
        assertThat(DirectMessage.mayBegin(caller("workspace:admin"), PERSON)).isTrue();
    }

    @Test
    void isForThePerson_withoutAnyAssistant() {
        var chat = DirectMessage.between(BEGINNER, PERSON);

        assertThat(chat.details().channel()).isEqualTo(Channel.WEB_CHAT);
        assertThat(chat.details().chatType()).isEqualTo("dm");
        assertThat(chat.details().ownerMemberId()).isEqualTo(ME);
        assertThat(chat.details().memberId()).isEqualTo(OTHER);
        assertThat(chat.details().assistant()).isEqualTo(new Assistant(false, null, null, null));
        assertThat(chat.participants())
                .containsExactly(guest(BEGINNER, Role.OWNER), guest(PERSON, Role.MEMBER));
        assertThat(chat.message()).isNull();
        assertThat(chat.call()).isNull();
    }

    @Test
    void isOnesOwn_whenTheOtherIsAnAssistant() {
        var chat = DirectMessage.between(BEGINNER, ASSISTANT);

        assertThat(chat.details().memberId()).isEqualTo(ME);
        assertThat(chat.details().assistant()).isEqualTo(new Assistant(true, OTHER, null, null));
        assertThat(chat.participants())
                .containsExactly(guest(BEGINNER, Role.OWNER), guest(ASSISTANT, Role.ASSISTANT));
    }

    @Test
    void readsWithWhom() {
        var body = body("{\"memberId\": \"%s\"}".formatted(OTHER));
        assertThat(DirectMessage.withWhom(ME, body.fields())).isEqualTo(OTHER);
        assertThat(body.problems().isEmpty()).isTrue();
    }

    @Test
    void saysEverythingThatIsWrong() {
        assertWrong("{}", new FieldProblem("memberId", Flaw.REQUIRED));
        assertWrong("{\"memberId\": null}", new FieldProblem("memberId", Flaw.REQUIRED));
        assertWrong("{\"memberId\": 7}", new FieldProblem("memberId", Flaw.WRONG_TYPE));
        assertWrong("{\"memberId\": \"7\"}", new FieldProblem("memberId", Flaw.MALFORMED_ID));
        assertWrong("[]", new FieldProblem("$", Flaw.WRONG_TYPE));
        assertWrong(
                "{\"memberId\": \"%s\", \"title\": \"\"}".formatted(ME),
                new FieldProblem("memberId", Flaw.YOURSELF),
                new FieldProblem("title", Flaw.UNKNOWN_FIELD));
    }

    private static void assertWrong(String json, FieldProblem... problems) {
        var body = body(json);
        DirectMessage.withWhom(ME, body.fields());
        assertThat(body.problems().toList()).containsExactly(problems);
    }

    private static Body body(String json) {
        return Body.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Caller caller(String... scopes) {
        return new Caller(new UUID(0, 9), ME, Set.of(scopes));
    }

    private static Guest guest(Member member, Role role) {
        return new Guest(member.id(), role, member.displayName());
    }

    private static Member member(UUID id, MemberKind kind) {
        return new Member(id, kind, "Name of " + id, null, null, true);
    }
}
