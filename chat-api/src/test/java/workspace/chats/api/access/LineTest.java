package workspace.chats.api.access;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration TWO = Duration.ofSeconds(2);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private long now = Duration.ofDays(1).toNanos();
    private final Line line = new Line(now);

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
            line.letsThrough();
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

    @Test
    void letsWhoIsSentAwayComeBackOneByOne() {
        line.begins(now);
        moves(100);
        var first = comesBack(5);
        assertThat(first).isCloseTo(STEP.multipliedBy(5), STEP);
        assertThat(comesBack(5).minus(first)).isCloseTo(STEP, Duration.ofMillis(1));
        passes(STEP.multipliedBy(50));
        line.moves(now);
        assertThat(comesBack(0)).as("who has to keep to nothing").isZero();
    }

    @Test
    void sendsNobodyAwayForMoreThanHalfAMinute_andStillNotAllAtOnce() {
        line.begins(now);
        moves(100);
        var times = IntStream.range(0, 1_000).mapToObj(i -> comesBack(25)).toList();
        assertThat(times).allSatisfy(time -> assertThat(time).isBetween(TWO, HALF_A_MINUTE));
        assertThat(times.stream().collect(groupingBy(Duration::toSeconds, counting())).values())
                .allSatisfy(inThatSecond -> assertThat(inThatSecond).isLessThan(50L));
        passes(Duration.ofHours(1));
        assertThat(comesBack(25)).isEqualTo(HALF_A_MINUTE);
    }

    private Duration comesBack(int waiting) {
        return line.comeBack(waiting, now);
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
