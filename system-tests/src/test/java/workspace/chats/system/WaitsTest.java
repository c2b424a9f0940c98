package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Of a hundred, the 99th is the one that only one exceeds. */
class WaitsTest {

    @Test
    void areCountedFromTheShortest_whateverTheirOrder() {
        var waits = Waits.of(DoubleStream.iterate(100, wait -> wait - 1).limit(100));

        assertThat(waits.at(0.5)).isEqualTo(50);
        assertThat(waits.at(0.99)).isEqualTo(99);
        assertThat(waits.at(1)).isEqualTo(100);
        assertThat(waits.beyond(40).at(0.5)).isEqualTo(10);
    }

    @Test
    void areTheOnlyOneThereIs_atAnyShare() {
        var waits = Waits.of(DoubleStream.of(7));

        assertThat(waits.at(0.01)).isEqualTo(7);
        assertThat(waits.at(1)).isEqualTo(7);
        assertThat(waits.count()).isEqualTo(1);
    }
}
