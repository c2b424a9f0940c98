package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final Duration STEP = Duration.ofMillis(100);

    private final Line line = new Line();
    private long now;

    @Test
    void takesNoTime_whereNobodyWaits() {
        line.begins(now);
        passes(Duration.ofHours(1));
        assertThat(line.behind(0, now)).isZero();
    }

    @Test
    void isTakenForQuick_untilItHasMovedAFewTimes() {
        line.begins(now);
        assertThat(line.behind(400, now)).isZero();
        moves(1);
        assertThat(line.behind(10, now)).isEqualTo(STEP);
        moves(50);
        assertThat(line.behind(10, now)).isCloseTo(STEP.multipliedBy(10), STEP);
    }

    @Test
    void getsQuickAgain_whereNobodyHasToWait() {
        line.begins(now);
        moves(50);
        for (int i = 0; i < 50; i++) {
            line.isOpen();
        }
        assertThat(line.behind(10, now)).isLessThan(STEP);
    }

    @Test
    void takesAtLeastAsLong_asNothingMoves() {
        line.begins(now);
        moves(50);
        passes(Duration.ofSeconds(7));
        assertThat(line.behind(1, now)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void doesNotCountTheTime_inWhichNobodyWaited() {
        passes(Duration.ofHours(1));
        line.begins(now);
        moves(1);
        assertThat(line.behind(10, now)).isEqualTo(STEP);
    }

    private void moves(int times) {
        for (int i = 0; i < times; i++) {
            passes(STEP);
            line.moves(now);
        }
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }
}
