package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LookWindowTest {

    private static final Instant FROM = Instant.parse("2026-11-27T10:15:30.400Z");
    private static final Instant TO = Instant.parse("2026-11-27T10:17:00.400Z");

    private final LookWindow window = new LookWindow(FROM, TO);

    @Test
    void holdsWhatWasCreatedBetweenItsEnds_toTheStartOfTheFirstSecond() {
        assertThat(window.holds(FROM)).isTrue();
        assertThat(window.holds(TO)).isTrue();
        assertThat(window.holds(Instant.parse("2026-11-27T10:15:30Z"))).isTrue();
    }

    @Test
    void holdsNothingElse() {
        assertThat(window.holds(Instant.parse("2026-11-27T10:15:29Z"))).isFalse();
        assertThat(window.holds(Instant.parse("2026-11-27T10:17:01Z"))).isFalse();
    }
}
