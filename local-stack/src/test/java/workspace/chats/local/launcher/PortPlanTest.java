package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {

    @Test
    void hasTheUsualPorts_unlessTheShellSaysOtherwise() {
        var plan = PortPlan.of(Map.of("KAFKA_PORT", "29092", "CHAT_API_PORT", " "));
        assertThat(plan.of(Port.KAFKA)).isEqualTo(29092);
        assertThat(plan.of(Port.CHAT_API)).isEqualTo(8080);
        assertThat(plan.url(Port.MAIL)).isEqualTo("http://127.0.0.1:8092");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "80 80", "99999999999"})
    void refusesWhatIsNoPort_byTheVariablesName(String text) {
        assertThatThrownBy(() -> PortPlan.of(Map.of("MAIL_PORT", text)))
                .isInstanceOf(CannotDo.class)
                .hasMessageStartingWith("MAIL_PORT");
    }

    @Test
    void refusesOnePortForTwo() {
        assertThatThrownBy(() -> PortPlan.of(Map.of("POSTGRES_PORT", "8080")))
                .isInstanceOf(CannotDo.class)
                .hasMessage("CHAT_API_PORT and POSTGRES_PORT are both 8080");
    }

    @Test
    void doesNotMoveWhatRuns() {
        var running = PortPlan.of(Map.of("MAIL_PORT", "9192"));
        running.refuseOther(Map.of("MAIL_PORT", "9192"));
        running.refuseOther(Map.of());
        assertThatThrownBy(() -> running.refuseOther(Map.of("MAIL_PORT", "8092")))
                .isInstanceOf(CannotDo.class)
                .hasMessageContaining("MAIL_PORT=9192");
    }
}
