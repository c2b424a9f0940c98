package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose dead letters are meant, here and elsewhere. */
class DeadLetterDeskTest {

    private static final Map<String, String> ELSEWHERE =
            Map.of(
                    "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none",
                    "DATABASE_USER", "nobody",
                    "DATABASE_PASSWORD", "none",
                    "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");

    private final StringWriter err = new StringWriter();

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
            err.getBuffer().setLength(0);
            assertThat(run(less, "list", "--consumer", "voice-caller")).as(name).isEqualTo(1);
            assertThat(err.toString()).contains(name + " is not");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KAFKA_BOOTSTRAP_SERVERS", "CHAT_API_KAFKA_BOOTSTRAP_SERVERS"})
    void doesNotLookForRealLettersInTheLocalBooks(String kafka) {
        assertThat(run(Map.of(kafka, "127.0.0.1:1"), "list")).isEqualTo(1);
        assertThat(err.toString())
                .contains(kafka + " is set, but DATABASE_URL is not", "or unset " + kafka);
    }

    @Test
    void saysWhyThereIsNoLocalStack() {
        var desk = new DeadLetterDesk(Map.of(), new PrintWriter(err), new PrintWriter(err));
        var code =
                desk.run(
                        List.of("list"),
                        _ -> {
                            throw new CannotDo("Nothing has been started here");
                        });
        assertThat(code).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("Nothing has been started here");
    }

    /** Where the local stack could tell everything, if it were asked. */
    private int run(Map<String, String> shell, String... words) {
        return new DeadLetterDesk(shell, new PrintWriter(err), new PrintWriter(err))
                .run(List.of(words), _ -> ELSEWHERE);
    }
}
