package workspace.chats.local.dlt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may say, and what he hears when he may not. */
class DeadLetterCommandTest {

    private static final String LETTER = "chat.events.channel-dispatcher.dlt-0@17";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "list --raw, Unknown option: '--raw'",
        "show --raw " + LETTER + ", Unknown option: '--raw'",
        "replay --all-open, Missing required option: '--reason=TEXT'",
        "discard " + LETTER + ", Missing required option: '--reason=TEXT'",
        "replay --reason x --rate fast --all-open, a rate is said like 20/s",
        "replay --reason x --rate 0 --all-open, a rate is above 0",
        "list --event 17, not an id",
        "show letter, Unmatched argument at index 1: 'letter'",
        "discard --reason x --rate 1/s " + LETTER + ", Unknown options: '--rate'",
        "list --consumer, Missing required parameter for option '--consumer' (NAME)",
        "replay --reason x --set chatType --all-open, --set",
        "forget, forget"
    })
    void saysWhatIsWrong_andHowItIsSaid(String words, String complaint) {
        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString()).contains(complaint).contains("Usage: ./chats dlt");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "show, Say which letters; ./chats dlt list names them",
        "replay --reason x, 'Say which letters, or --all-open'",
        "discard --reason x, 'Say which letters, or --all-open'",
        "replay --reason x --set a=1 --code refused, A mend is for one letter: name it",
        "replay --reason x --set-header ce_id=1 --all-open, A mend is for one letter: name it"
    })
    void asksForWhatIsMissing(String words, String complaint) {
        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo(complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "two\nlines"})
    void wantsAReasonThatCanBeKept(String reason) {
        var code = run(List.of("discard", LETTER, "--reason", reason));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--reason must be one line of 1 to 200 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "list --help", "replay --help"})
    void explainsItself(String words) {
        assertThat(run(words)).isZero();
        assertThat(out.toString()).contains("Usage: ./chats dlt");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void wantsAVerb() {
        assertThat(run(List.of())).isEqualTo(2);
        assertThat(err.toString()).contains("list", "show", "replay", "discard");
    }

    @Test
    void saysWhyItCannot() {
        assertThat(run("list --consumer channel-dispatcher")).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("No stack channel-dispatcher");
    }

    private int run(String words) {
        return run(List.of(words.split(" ")));
    }

    private int run(List<String> words) {
        return new DeadLetterCommand(
                        consumer -> {
                            throw new CommandFailed("No stack " + consumer.orElse("at all"));
                        },
                        "ann",
                        new PrintWriter(out, true),
                        new PrintWriter(err, true))
                .run(words);
    }
}
