package workspace.chats.local.dlt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenFieldsTest {

    @Test
    void showsWhatIsOpen_andKeepsWhatIsSealed() {
        var shown = OpenFields.of(Some.letter());

        assertThat(shown)
                .contains(Some.CHAT.toString(), "phone-sms", "1970-01-01T00:00:00Z", "1.5")
                .contains("\"sealed\" : \"8 characters, sealed\"")
                .doesNotContain("AUdvb2Q=");
    }

    @Test
    void showsNoFieldThatTheTypeDoesNotHave() {
        var value = Some.value().replaceFirst("\\{", "{\"patient\":\"Ann\",");

        assertThat(OpenFields.of(Some.letterWithValue(value))).doesNotContain("Ann", "patient");
    }

    @Test
    void outlinesWhatIsNoEvent() {
        assertThat(OpenFields.of(Some.letterWithValue("{\"name\":\"Ann\",\"Ann Jones\":[1]}")))
                .contains("\"name\" : \"(string)\"", "\"(9 characters, not shown)\" : \"(array)\"")
                .doesNotContain("Ann");
        assertThat(OpenFields.of(Some.letterWithValue("[\"Ann\"]"))).isEqualTo("not a JSON object");
        assertThat(OpenFields.of(Some.letterWithValue("{\"Ann"))).isEqualTo("not JSON");
        assertThat(OpenFields.of(Some.letterWithValue(""))).doesNotContain("Ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6f1c7d3a-92a5-4b0e-8f52-0d1f5a9c3b77",
                "2026-11-22T09:30:00.123456Z",
                "workspace.chats.ChatCreated.v1",
                "/workspace-chats/chat-api",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "undecodable",
                "1.0",
                "812"
            })
    void showsIdsCodesTimesAndSmallNumbers(String text) {
        assertThat(Shown.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Jones",
                "+15005550006",
                "15005550006",
                "ann@patients.example",
                "\u001b[2J",
                "two\nlines",
                ""
            })
    void hidesEverythingElse(String text) {
        assertThat(Shown.of(text)).isEqualTo("(" + text.length() + " characters, not shown)");
    }
}
