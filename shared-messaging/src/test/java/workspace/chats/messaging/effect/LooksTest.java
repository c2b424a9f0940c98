package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Dial;
import workspace.chats.events.Confidential.Letter;

/** What a provider cannot tell apart. */
class LooksTest {

    private static final Letter LETTER = new Letter("+15005550010", "+15005550006", null, "Hello");
    private static final Dial DIAL = new Dial("+15005550010", "+15005550006");

    @Test
    void takeTheSameWordsToTheSamePersonForAlike_whateverTheChatIsCalled() {
        assertThat(Looks.areAlike(of("Knee", LETTER, null), of("Hip", LETTER, null))).isTrue();
        assertThat(Looks.areAlike(of("Knee", null, DIAL), of(null, null, DIAL))).isTrue();
    }

    @Test
    void tellOtherWordsOtherPeopleAndACallApart() {
        var text = of(null, LETTER, null);
        var call = of(null, null, DIAL);

        assertThat(Looks.areAlike(text, of(null, letter("+15005550010", "Bye"), null))).isFalse();
        assertThat(Looks.areAlike(text, of(null, letter("+15005550011", "Hello"), null))).isFalse();
        assertThat(Looks.areAlike(text, call)).isFalse();
        assertThat(Looks.areAlike(call, of(null, null, new Dial("+15005550011", "+15005550006"))))
                .isFalse();
    }

    private static Letter letter(String to, String text) {
        return new Letter(to, "+15005550006", null, text);
    }

    private static Confidential of(
            @Nullable String title, @Nullable Letter letter, @Nullable Dial dial) {
        return new Confidential(title, Map.of(), letter, dial);
    }
}
