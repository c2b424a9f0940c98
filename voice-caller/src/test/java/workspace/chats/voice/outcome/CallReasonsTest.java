package workspace.chats.voice.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workspace.chats.events.ReasonCode;

class CallReasonsTest {

    @ParameterizedTest
    @EnumSource
    void neverSpeakOfTextsOrMailboxes(ReasonCode reason) {
        assertThat(CallReasons.of(reason).code())
                .doesNotContain("message", "inbox", "email", "mailbox", "mobile", "delivery");
    }

    @ParameterizedTest
    @EnumSource
    void stayWhatTheyAre_whenTranslatedTwice(ReasonCode reason) {
        var once = CallReasons.of(reason);

        assertThat(CallReasons.of(once)).isEqualTo(once);
    }

    @Test
    void tellTooLateFromFailed() {
        assertThat(CallReasons.of(ReasonCode.MESSAGE_EXPIRED)).isEqualTo(ReasonCode.CALL_EXPIRED);
        assertThat(CallReasons.of(ReasonCode.DISPATCH_FAILED)).isEqualTo(ReasonCode.CALL_FAILED);
    }

    @Test
    void keepWhatAnOperatorMustKnow() {
        assertThat(CallReasons.of(ReasonCode.REGION_NOT_PERMITTED))
                .isEqualTo(ReasonCode.REGION_NOT_PERMITTED);
        assertThat(CallReasons.of(ReasonCode.RECIPIENT_INVALID))
                .isEqualTo(ReasonCode.RECIPIENT_INVALID);
    }
}
