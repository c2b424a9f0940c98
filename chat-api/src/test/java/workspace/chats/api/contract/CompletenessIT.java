package workspace.chats.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workspace.chats.api.testing.Seen;

/**
 * Every answer that the document declares was seen by some test of this run. It goes last, and says
 * nothing useful when it goes alone.
 */
@Order(Integer.MAX_VALUE)
class CompletenessIT {

    @Test
    void everyAnswerThatIsDeclaredWasSeen() {
        assertThat(declared()).hasSizeGreaterThan(300);
        assertThat(declared().filter(answer -> !Seen.answers().contains(answer))).isEmpty();
    }

    private static Stream<String> declared() {
        return Call.all().flatMap(call -> call.statuses().map(status -> call.id() + " " + status));
    }
}
