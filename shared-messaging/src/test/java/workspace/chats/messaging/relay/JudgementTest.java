package workspace.chats.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The judge is judged: each error is planted. */
class JudgementTest {

    private static final UUID CHAT = UUID.randomUUID();

    @Test
    void acquits() {
        assertThat(judge(3, 1, 2, 3))
                .hasToString("events 3, missing 0, out of order 0, strangers 0, repeated 0")
                .matches(Judgement::isGood);
    }

    @Test
    void allowsCopies() {
        assertThat(judge(3, 1, 2, 1, 2, 3, 3))
                .hasToString("events 3, missing 0, out of order 0, strangers 0, repeated 3")
                .matches(Judgement::isGood);
    }

    @Test
    void findsWhatIsMissing() {
        assertThat(judge(3, 1, 2))
                .hasToString("events 3, missing 1, out of order 0, strangers 0, repeated 0")
                .matches(judgement -> !judgement.isGood());
        assertThat(judge(2)).matches(judgement -> !judgement.isGood());
    }

    @Test
    void findsWhatIsOutOfOrder() {
        assertThat(judge(3, 2, 1, 3, 1))
                .hasToString("events 3, missing 0, out of order 1, strangers 0, repeated 1")
                .matches(judgement -> !judgement.isGood());
    }

    @Test
    void findsWhatNobodyCommitted() {
        assertThat(judge(1, 1, 2))
                .hasToString("events 1, missing 0, out of order 0, strangers 1, repeated 0")
                .matches(judgement -> !judgement.isGood());
    }

    private static Judgement judge(long committed, long... arrived) {
        return Judgement.of(
                Map.of(CHAT.toString(), Arrays.stream(arrived).boxed().toList()),
                Map.of(CHAT, committed));
    }
}
