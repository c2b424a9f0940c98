package workspace.chats.voice.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workspace.chats.events.CallEvent.CallFailed;
import workspace.chats.events.CallEvent.CallPlaced;
import workspace.chats.events.CallEvent.CallStatusChanged;
import workspace.chats.events.CallEvent.CallUnknown;
import workspace.chats.events.CallStatus;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.Medium;
import workspace.chats.messaging.effect.Outcome;

class CallNewsTest {

    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final UUID CHAT = UUID.randomUUID();
    private static final UUID CALL = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:31Z");
    private static final Effect EFFECT =
            new Effect(
                    UUID.randomUUID(),
                    WORKSPACE,
                    CHAT,
                    CALL,
                    2,
                    Medium.CALL,
                    UUID.randomUUID(),
                    NOW.plusSeconds(3600),
                    false,
                    1);

    private final CallNews news = new CallNews();

    @Test
    void isPlaced_whenTheProviderTookIt() {
        assertThat(news.of(EFFECT, new Outcome.Accepted(false), NOW))
                .isEqualTo(new CallPlaced(WORKSPACE, CHAT, CALL, 2, false, NOW));
    }

    @Test
    void saysSo_whenItRangNowhere() {
        assertThat(news.of(EFFECT, new Outcome.Accepted(true), NOW))
                .isEqualTo(new CallPlaced(WORKSPACE, CHAT, CALL, 2, true, NOW));
    }

    @Test
    void isCompleted_whenTheProviderSaysSoLater() {
        assertThat(news.of(EFFECT, new Outcome.Delivered(), NOW))
                .isEqualTo(
                        new CallStatusChanged(
                                WORKSPACE, CHAT, CALL, 2, CallStatus.COMPLETED, null, NOW));
    }

    @Test
    void isFailedForAReasonThatFitsACall_withTheProvidersNumberForOperators() {
        assertThat(news.of(EFFECT, new Outcome.Failed(ReasonCode.MESSAGE_REJECTED, "21619"), NOW))
                .isEqualTo(
                        new CallFailed(
                                WORKSPACE, CHAT, CALL, 2, ReasonCode.CALL_FAILED, "21619", NOW));
    }

    @Test
    void isUnknown_whenNobodyCanSay() {
        assertThat(news.of(EFFECT, new Outcome.Unknown(), NOW))
                .isEqualTo(new CallUnknown(WORKSPACE, CHAT, CALL, 2, NOW));
    }
}
