package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextAttemptTest {

    @Test
    void followsOnlyAnAttemptThatCertainlyFailed() {
        assertThat(allowing(false))
                .containsExactly(State.BLOCKED, State.EXPIRED, State.REJECTED, State.UNDELIVERED);
    }

    @Test
    void followsAnUnknownOutcome_onlyWhenAPersonConfirmsIt() {
        assertThat(NextAttempt.after(State.OUTCOME_UNKNOWN, false))
                .isEqualTo(NextAttempt.UNCONFIRMED);
        assertThat(allowing(true))
                .containsExactly(
                        State.OUTCOME_UNKNOWN,
                        State.BLOCKED,
                        State.EXPIRED,
                        State.REJECTED,
                        State.UNDELIVERED);
    }

    private static List<State> allowing(boolean confirmUnknown) {
        return Arrays.stream(State.values())
                .filter(last -> NextAttempt.after(last, confirmUnknown) == NextAttempt.PLANNED)
                .toList();
    }
}
