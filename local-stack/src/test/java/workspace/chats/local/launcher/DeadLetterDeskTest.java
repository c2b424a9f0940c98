package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose dead letters are meant, here and elsewhere. */
class DeadLetterDeskTest {

    private static final Map<String, String> ELSEWHERE =
            Map.of(
                    "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none",
                    "DATABASE_USER", "nobody",
                    "DATABASE_PASSWORD", "none",
                    "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");

    @Test
    void wantsAConsumer_whenOneDatabaseIsNamed() {
        assertThat(run(ELSEWHERE, "list")).isEqualTo(2);
        assertThat(run(ELSEWHERE, "list", "--consumer", "pigeon")).isEqualTo(2);
    }

    @Test
    void wantsAllThatGoesTogether() {
        for (var name : ELSEWHERE.keySet()) {
            var less = new HashMap<>(ELSEWHERE);
            less.remove(name);
            assertThat(run(less, "list", "--consumer", "voice-caller")).as(name).isEqualTo(1);
        }
    }

    private static int run(Map<String, String> shell, String... words) {
        return new DeadLetterDesk(shell).run(List.of(words), _ -> Map.of());
    }
}
