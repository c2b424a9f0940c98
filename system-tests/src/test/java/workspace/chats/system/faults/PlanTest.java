package workspace.chats.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several scenarios can go on after a cut, as they were meant. */
class PlanTest {

    @Test
    void isReadAsItWasKept(@TempDir Path folder) {
        var plan =
                new Plan(
                        7,
                        List.of(
                                new Plan.Part("kills", new Scenario.Size(3, 50, 20, 120)),
                                new Plan.Part("expired", new Scenario.Size(1, 60, 30, 90))));

        assertThat(Plan.in(folder)).isEmpty();
        assertThat(plan.keptIn(folder)).isSameAs(plan);

        assertThat(Plan.in(folder)).contains(plan);
        assertThat(plan.parts().getLast().scenario().name()).isEqualTo("expired");
        assertThat(plan.parts().getLast().folder(folder)).isEqualTo(folder.resolve("expired"));
    }
}
