package workspace.chats.local.dlt;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static workspace.chats.local.dlt.Office.letter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two who work on the same dead letters do each deed once; the databases and Kafka judge. */
class TwoOperatorsIT {

    private static final String REPLAY_ALL = "replay --all-open --reason mended";

    @TempDir private Path folder;

    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void leavesAloneWhatAnotherDidMeanwhile() throws Exception {
        office.put(4, 10);
        var keys = office.keys(Office.LETTERS);

        var printed =
                office.dlt(
                        "ann",
                        REPLAY_ALL,
                        line -> {
                            if (line.startsWith("replayed " + letter(0))) {
                                office.dlt("bob", "discard --reason no " + letter(1));
                                office.dlt("bob", "replay --reason yes " + letter(2));
                            }
                        });

        assertThat(printed)
                .contains("left " + letter(1) + ": somebody dealt with it meanwhile")
                .contains("left " + letter(2))
                .contains("2 letters replayed.")
                .endsWith("[0]");
        assertThat(office.keys(Office.REPLAYS))
                .containsExactly(keys.get(0), keys.get(2), keys.get(3));
        assertThat(office.deeds())
                .containsExactly(
                        "0 replayed by ann",
                        "1 discarded by bob",
                        "2 replayed by bob",
                        "3 replayed by ann");
    }

    @Test
    void doesNotDiscardWhatAnotherReplaysMeanwhile() throws Exception {
        office.put(2, 10);

        var printed =
                office.dlt(
                        "ann",
                        "discard --all-open --reason old",
                        line -> {
                            if (line.startsWith("discarded " + letter(0))) {
                                office.dlt("bob", "replay --reason yes " + letter(1));
                            }
                        });

        assertThat(printed).contains("left " + letter(1), "1 letter discarded.").endsWith("[0]");
        assertThat(office.deeds()).containsExactly("0 discarded by ann", "1 replayed by bob");
    }

    @Test
    void waitsForAnotherWhoHasTheLetterInHand() throws Exception {
        var letter = Some.letter();
        var inHand = new CompletableFuture<Void>();
        var mayGo = new CompletableFuture<Void>();
        try (var anns = Books.of(office.dispatcher());
                var bobs = Books.of(office.dispatcher())) {
            var ann =
                    supplyAsync(() ->
                            anns.note(
                                    letter,
                                    Optional::isEmpty,
                                    () -> {
                                        inHand.complete(null);
                                        mayGo.join();
                                        return deed("ann", Action.REPLAYED);
                                    }));
            inHand.join();
            var bob =
                    supplyAsync(() ->
                            bobs.note(
                                    letter,
                                    Optional::isEmpty,
                                    () -> deed("bob", Action.DISCARDED)));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> bob.isDone() || office.isSomebodyWaiting());
            mayGo.complete(null);

            assertThat(ann.join()).isTrue();
            assertThat(bob.join()).isFalse();
        }
        assertThat(office.deeds()).containsExactly("17 replayed by ann");
    }

    private static Deed deed(String who, Action action) {
        return new Deed(who, action, "why not", null);
    }
}
