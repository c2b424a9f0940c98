package workspace.chats.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Cursor CURSOR =
            new Cursor(Instant.parse("2026-11-22T10:15:30.123456Z"), 2, UUID.randomUUID());

    @Test
    void isReadAsItWasWritten_andFitsInAUrl() {
        assertThat(Cursor.in(CURSOR.text())).contains(CURSOR);
        assertThat(CURSOR.text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "???", "AAAA", "null", "00000000-0000-0000-0000-000000000000"})
    void isNotReadFromAnythingElse(String text) {
        assertThat(Cursor.in(text)).isEmpty();
    }

    @Test
    void knowsNoTimesThatTheDatabaseDoesNot() {
        var bytes = Base64.getUrlDecoder().decode(CURSOR.text());
        bytes[0] = 127;

        assertThat(Cursor.in(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
        bytes[0] = -1;
        assertThat(Cursor.in(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
    }
}
