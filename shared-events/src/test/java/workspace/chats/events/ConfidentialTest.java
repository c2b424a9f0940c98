package workspace.chats.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import workspace.chats.events.Confidential.Dial;
import workspace.chats.events.Confidential.Letter;

class ConfidentialTest {

    private static final Confidential EVERYTHING =
            new Confidential(
                    "Knee surgery",
                    Map.of("room", "12"),
                    new Letter("+14155550100", "+14155550199", "Your visit", "See you at nine"),
                    new Dial("+14155550100", "+14155550199"));

    @Test
    void survivesTheWire() {
        var codec = new EventCodec();

        assertThat(codec.readConfidential(codec.write(EVERYTHING))).isEqualTo(EVERYTHING);
    }

    @Test
    void showsNothingOfItself() {
        assertThat(EVERYTHING.toString() + EVERYTHING.letter() + EVERYTHING.dial())
                .doesNotContain("Knee", "room", "12", "415", "visit", "nine");
    }
}
