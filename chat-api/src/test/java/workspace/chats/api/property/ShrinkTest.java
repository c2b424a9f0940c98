package workspace.chats.api.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkTest {

    @Test
    void keepsWhatMatters_andNothingElse() {
        var failing = IntStream.concat(IntStream.of(4), IntStream.range(20, 60)).boxed().toList();
        var smallest =
                Shrink.of(
                        failing,
                        choices ->
                                choices.stream().anyMatch(choice -> choice >= 33)
                                        ? Optional.of("fails: " + choices)
                                        : Optional.empty());
        assertThat(smallest).containsExactly(4, 33);
    }

    @Test
    void doesNotTakeAnotherFailureForTheSame() {
        var smallest =
                Shrink.of(
                        List.of(1, 2, 3),
                        choices ->
                                Optional.of(
                                        choices.size() < 3 ? "echoes: x" : "fails: " + choices));
        assertThat(smallest).hasSize(3);
    }

    @Test
    void makesTheSameOfTheSameChoices() {
        var first = Draws.of(7);
        var drawn = IntStream.range(0, 50).map(i -> first.below(i + 1)).boxed().toList();
        var again = Draws.again(first.made());
        assertThat(IntStream.range(0, 50).map(i -> again.below(i + 1)).boxed().toList())
                .isEqualTo(drawn);
        assertThat(again.below(9)).isZero();
    }
}
