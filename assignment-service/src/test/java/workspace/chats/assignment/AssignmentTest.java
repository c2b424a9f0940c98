package workspace.chats.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workspace.chats.events.AssignmentEvent.AssignmentCreated;

class AssignmentTest {

    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:31Z");

    @Test
    void isWhatTheChatAsksFor_underTheIdAndVersionThatChatApiPinned() {
        var chat = Chats.withAssignment(WORKSPACE);
        var wanted = Objects.requireNonNull(chat.assignment());

        assertThat(Assignment.wantedBy(chat, NOW).map(Assignment::created))
                .contains(
                        new AssignmentCreated(
                                WORKSPACE, chat.chatId(), wanted.id(), Chats.WORKFLOW, 2, NOW));
    }

    @Test
    void isActiveAtOnce_andForTheMemberOfTheChat() {
        var chat = Chats.withAssignment(WORKSPACE);

        var assignment = Assignment.wantedBy(chat, NOW).orElseThrow();

        assertThat(assignment.status()).isEqualTo(Assignment.Status.ACTIVE);
        assertThat(assignment.memberId()).isEqualTo(chat.memberId());
    }

    @Test
    void isNotMade_whenTheChatAsksForNone() {
        assertThat(Assignment.wantedBy(Chats.simple(WORKSPACE), NOW)).isEmpty();
    }
}
