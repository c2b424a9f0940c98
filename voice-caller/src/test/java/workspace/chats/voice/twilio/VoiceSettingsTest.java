package workspace.chats.voice.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceSettingsTest {

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @Test
    void sayTheGreetingAsItStands_whateverItsCharacters() {
        assertThat(new VoiceSettings("Fish & <chips>?", HALF_A_MINUTE).twiml().toString())
                .endsWith("<Response><Say>Fish &amp; &lt;chips&gt;?</Say></Response>");
    }

    @Test
    void refuseAGreetingThatSaysNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VoiceSettings(" ", HALF_A_MINUTE));
    }

    @Test
    void refuseAGreetingThatTwilioWouldRefuse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VoiceSettings("a".repeat(4_000), HALF_A_MINUTE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT4.9S", "PT10M1S"})
    void refuseToRingForLongerOrShorterThanTwilioCan(Duration ringFor) {
        assertThatIllegalArgumentException().isThrownBy(() -> new VoiceSettings("Hello", ringFor));
    }
}
