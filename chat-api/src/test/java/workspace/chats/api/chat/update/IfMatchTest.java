package workspace.chats.api.chat.update;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @Test
    void allowsEverything_whenNobodyAsks() {
        assertThat(new IfMatch(null).allows("\"7\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", " \"7\" ", "*", " * ", "\"1\", \"7\"", "\"1\",W/\"7\",\"7\""})
    void allows(String header) {
        assertThat(new IfMatch(header).allows("\"7\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "\"8\"", "W/\"7\"", "\"77\"", "\"7", "**", "\"1\", \"2\""})
    void allowsNot(String header) {
        assertThat(new IfMatch(header).allows("\"7\"")).isFalse();
    }
}
