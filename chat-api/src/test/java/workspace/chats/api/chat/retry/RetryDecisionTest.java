package workspace.chats.api.chat.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workspace.chats.api.chat.MessageStatus;
import workspace.chats.api.chat.delivery.Delivery;
import workspace.chats.api.chat.delivery.Delivery.Impossible;
import workspace.chats.api.chat.delivery.Delivery.Possible;
import workspace.chats.events.ReasonCode;

class RetryDecisionTest {

    private static final Possible WAY =
            new Possible(UUID.randomUUID(), 1, null, "+12125550199", "+12125550123");

    @Test
    void isGranted_whenTheMessageFailedAndCanGoOutNow() {
        var failed = message(MessageStatus.FAILED, ReasonCode.RECIPIENT_INVALID);

        assertThat(decide(failed, false, WAY)).isEqualTo(new RetryDecision.Granted(failed, WAY));
    }

    @Test
    void isGranted_whenWhatWasMissingIsThereNow() {
        var failed = message(MessageStatus.FAILED, ReasonCode.MISSING_PHONE_NUMBER);

        assertThat(decide(failed, false, WAY)).isInstanceOf(RetryDecision.Granted.class);
    }

    @Test
    void isRefused_whenItIsStillMissing() {
        var failed = message(MessageStatus.FAILED, ReasonCode.MISSING_PHONE_NUMBER);

        assertThat(decide(failed, true, new Impossible(ReasonCode.MISSING_PHONE_NUMBER)))
                .isEqualTo(refused(Conflict.of(ReasonCode.MISSING_PHONE_NUMBER)));
    }

    @Test
    void isRefused_whenTheRecipientOptedOutMeanwhile() {
        var failed = message(MessageStatus.FAILED, ReasonCode.PROVIDER_UNAVAILABLE);

        assertThat(decide(failed, true, new Impossible(ReasonCode.RECIPIENT_OPTED_OUT)))
                .isEqualTo(refused(Conflict.of(ReasonCode.RECIPIENT_OPTED_OUT)));
    }

    @Test
    void needsAPersonsWord_whenNobodyKnowsWhetherItWentOut() {
        var doubtful = message(MessageStatus.FAILED, ReasonCode.OUTCOME_UNKNOWN);

        assertThat(decide(doubtful, false, WAY)).isEqualTo(refused(Conflict.UNCONFIRMED));
        assertThat(decide(doubtful, true, WAY)).isInstanceOf(RetryDecision.Granted.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "DEFERRED", "UNKNOWN"})
    void isRefused_whileTheLastAttemptIsUnderWay(MessageStatus status) {
        assertThat(decide(message(status, null), true, WAY)).isEqualTo(refused(Conflict.UNDER_WAY));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "ACCEPTED", "DELIVERED"})
    void isRefused_whenNothingFailed(MessageStatus status) {
        assertThat(decide(message(status, null), true, WAY))
                .isEqualTo(refused(Conflict.NOT_FAILED));
    }

    @Test
    void isRefused_withoutAnInitialMessage() {
        assertThat(RetryDecision.of(Optional.empty(), true, () -> WAY))
                .isEqualTo(refused(Conflict.NO_MESSAGE));
    }

    private static RetryDecision decide(
            InitialMessage message, boolean confirmUnknown, Delivery delivery) {
        return RetryDecision.of(Optional.of(message), confirmUnknown, () -> delivery);
    }

    private static RetryDecision refused(Conflict conflict) {
        return new RetryDecision.Refused(conflict);
    }

    private static InitialMessage message(MessageStatus status, @Nullable ReasonCode reason) {
        return new InitialMessage(new UUID(0, 1), 1, status, reason, "Hello");
    }
}
