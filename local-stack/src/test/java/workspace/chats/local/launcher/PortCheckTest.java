package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void namesATakenPort_andItsVariable() throws IOException {
        PortPlan plan;
        Component part;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            plan = PortPlan.of(Map.of("MAIL_SMTP_PORT", Integer.toString(port)));
            part = new Listening(port);
            assertThatThrownBy(() -> PortCheck.of(List.of(new Listening(port)), plan))
                    .isInstanceOf(CannotDo.class)
                    .hasMessageStartingWith("port " + port + " (MAIL_SMTP_PORT) is taken");
        }
        assertThatCode(() -> PortCheck.of(List.of(part), plan)).doesNotThrowAnyException();
    }

    private record Listening(int port) implements Component {
        @Override
        public String name() {
            return "somebody";
        }

        @Override
        public List<Integer> ports() {
            return List.of(port);
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public void start(Spawn spawn) {}

        @Override
        public boolean serves() {
            return true;
        }
    }
}
