package workspace.chats.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page operators read is the enum, word for word. When it differs, copy the file that this test
 * leaves in target.
 */
class ReasonCodesPageTest {

    private static final String HEAD =
            """
            # Reason codes

            Why a first message or call did not happen, as `initialMessageError` or `call.reason` says it. A closed set; none can carry personal data. A message
            is tried again with `.../initial-message/retry`; a call has no such request: create another chat. Whether a retry can help: `no`; `later`, as it is;
            `after change`, once the advice was followed; `after check`, once a person made sure that it did not arrive.

            | code | meaning | retry | what to do |
            |---|---|---|---|
            """;

    @Test
    void theDocumentedCodesAreTheCodes() throws IOException {
        var expected =
                Arrays.stream(ReasonCode.values())
                        .map(ReasonCodesPageTest::row)
                        .collect(Collectors.joining());
        Files.writeString(Path.of("target", "reason-codes.md"), HEAD + expected);

        assertThat(Path.of("..", "docs", "reason-codes.md")).hasContent(HEAD + expected);
    }

    private static String row(ReasonCode reason) {
        var retry = reason.retry().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "| `%s` | %s | %s | %s |%n"
                .formatted(reason.code(), reason.meaning(), retry, reason.advice());
    }
}
