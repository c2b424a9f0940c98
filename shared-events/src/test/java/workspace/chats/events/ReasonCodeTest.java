package workspace.chats.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonCodeTest {

    @ParameterizedTest
    @EnumSource
    void isAWordThatCannotCarryPersonalData(ReasonCode reason) {
        assertThat(reason.code()).matches("[a-z]+(_[a-z]+)*").hasSizeLessThanOrEqualTo(40);
        assertThat(ReasonCode.of(reason.code())).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatItMeansAndWhatToDo(ReasonCode reason) {
        assertThat(reason.meaning()).endsWith(".");
        assertThat(reason.advice()).endsWith(".");
    }

    @Test
    void readsACodeOfANewerContractAsTheDefault() {
        assertThat(ReasonCode.of("recipient_on_the_moon")).isEqualTo(ReasonCode.DISPATCH_FAILED);
    }
}
