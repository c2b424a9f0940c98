package workspace.chats.dispatch.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageDelivered;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.Event;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.Medium;
import workspace.chats.messaging.effect.Outcome;

class MessageNewsTest {

    private static final UUID WORKSPACE = new UUID(0, 1);
    private static final UUID CHAT = new UUID(0, 2);
    private static final UUID MESSAGE = new UUID(0, 3);
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

    @Test
    void sayThatItWasAccepted() {
        assertThat(news(new Outcome.Accepted(true)))
                .isEqualTo(new MessageAccepted(WORKSPACE, CHAT, MESSAGE, 2, true, AT));
    }

    @Test
    void sayThatItArrived() {
        assertThat(news(new Outcome.Delivered()))
                .isEqualTo(new MessageDelivered(WORKSPACE, CHAT, MESSAGE, 2, AT));
    }

    @Test
    void sayWhyItFailed() {
        var reason = ReasonCode.RECIPIENT_INVALID;

        assertThat(news(new Outcome.Failed(reason, "5.1.1")))
                .isEqualTo(new MessageFailed(WORKSPACE, CHAT, MESSAGE, 2, reason, "5.1.1", AT));
    }

    @Test
    void sayThatNobodyKnows() {
        assertThat(news(new Outcome.Unknown()))
                .isEqualTo(new MessageUnknown(WORKSPACE, CHAT, MESSAGE, 2, AT));
    }

    private static Event news(Outcome outcome) {
        var effect =
                new Effect(
                        new UUID(0, 9),
                        WORKSPACE,
                        CHAT,
                        MESSAGE,
                        2,
                        Medium.SMS,
                        new UUID(0, 4),
                        AT,
                        false,
                        1);
        return new MessageNews().of(effect, outcome, AT);
    }
}
