package workspace.chats.local.dlt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LettersIT {

    /** More than a client fetches ahead. */
    private static final int MANY = 2_000;

    @TempDir private Path folder;

    @Test
    void givesUp_whenKafkaGoesAwayWhileTheyAreRead() throws Exception {
        try (var office = new Office(folder)) {
            office.put(MANY, 4_000);

            var printed =
                    assertTimeoutPreemptively(
                            Duration.ofMinutes(1),
                            () ->
                                    office.dlt(
                                            "ann",
                                            "list",
                                            line -> {
                                                if (line.startsWith(Office.letter(0))) {
                                                    office.killKafka();
                                                }
                                            }));

            assertThat(printed)
                    .contains("No Kafka answers at 127.0.0.1:")
                    .doesNotContain(Office.letter(MANY - 1))
                    .endsWith("[1]");
        }
    }
}
