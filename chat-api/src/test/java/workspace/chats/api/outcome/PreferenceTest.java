package workspace.chats.api.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=5 | 5 | wait=5",
                "wait=0 | 0 | wait=0",
                "wait=10 | 10 | wait=10",
                "wait=11 | 10 | wait=10",
                "Wait = \"7\" | 7 | wait=7",
                "respond-async | 0 | respond-async",
                "Respond-Async; foo=bar | 0 | respond-async",
                "respond-async, wait=4 | 4 | wait=4",
                "return=minimal, wait=2, wait=9 | 2 | wait=2"
            })
    void isHonoured(String header, int seconds, String applied) {
        assertThat(Preference.of(List.of(header), Duration.ofSeconds(3)))
                .isEqualTo(new Preference(Duration.ofSeconds(seconds), Optional.of(applied)));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "wait",
        "wait=",
        "wait=-1",
        "wait=1.5",
        "wait=soon",
        "return=minimal",
        "wait=99999999999"
    })
    void isIgnored_whenItIsNone(String header) {
        assertThat(Preference.of(List.of(header), Duration.ofSeconds(3)))
                .isEqualTo(new Preference(Duration.ofSeconds(3), Optional.empty()));
    }

    @Test
    void mayComeInSeveralHeaders() {
        assertThat(
                        Preference.of(List.of("return=minimal", "wait=6"), Duration.ofSeconds(3))
                                .waitAtMost())
                .isEqualTo(Duration.ofSeconds(6));
    }
}
