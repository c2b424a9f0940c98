package workspace.chats.local.dlt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenFieldsTest {

    private static final Path CODES =
            Path.of(
                    "../shared-messaging/src/main/java/workspace/chats/messaging/inbox/DeadLetterCode.java");

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
        assertThat(OpenFields.of(Some.letterWithValue("{\"chatId\":\"Ann\",\"Ann\":[1]}")))
                .contains(
                        "\"chatId\" : \"(string)\"", "\"(3 characters, not shown)\" : \"(array)\"")
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
                "workspace.chats.CallFailed.v12",
                "chat.events",
                "chat.events.channel-dispatcher.replay",
                "application/json",
                "dead-letter-offset",
                "mendedof",
                "web-chat",
                "no_answer",
                "recipient_opted_out",
                "initialMessage",
                "ratePerSecond",
                "role",
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
                "Jones",
                "jones",
                "Ann.Jones",
                "ann-jones",
                "/workspace-chats/jones",
                "workspace.chats.Jones.v1",
                "chat.events.jones.replay",
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

    @ParameterizedTest
    @ValueSource(strings = {"ce_type", "dead-letter-code", "ce_id", "Jones"})
    void hidesANameInAHeader(String header) {
        var letter = Some.letterWithLast(header, "Jones");

        assertThat(letter.code()).isNotEqualTo("Jones");
        assertThat(letter.type()).isNotEqualTo(Optional.of("Jones"));
        assertThat(letter.headers().keySet()).contains(header);
        assertThat(letter.headers())
                .allSatisfy((name, text) ->
                        assertThat(Shown.of(name) + Shown.of(text)).doesNotContain("Jones"));
    }

    @Test
    void showsEveryCodeOfADeadLetter() throws IOException {
        var codes =
                Pattern.compile("^    ([A-Z_]+)[,;]", Pattern.MULTILINE)
                        .matcher(Files.readString(CODES))
                        .results()
                        .map(code -> code.group(1).toLowerCase(Locale.ROOT))
                        .toList();

        assertThat(codes).contains("undecodable", "refused").allMatch(Shown::isHarmless);
    }
}
