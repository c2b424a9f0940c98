package workspace.chats.voice.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Say;
import com.twilio.type.Twiml;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every call has in common.
 *
 * @param greeting what the person hears; the same words for everybody, so nothing personal
 * @param ringFor how long to let it ring: 5 s to 10 min, in whole seconds
 */
@ConfigurationProperties("workspace.voice")
record VoiceSettings(String greeting, @DefaultValue("30s") Duration ringFor) {

    /** Twilio's limit for instructions that travel inside the request. */
    private static final int LONGEST_TWIML = 4_000;

    VoiceSettings {
        require(!greeting.isBlank(), "workspace.voice.greeting is blank");
        require(
                ringFor.toSeconds() >= 5 && ringFor.toSeconds() <= 600,
                "workspace.voice.ring-for is not between 5 s and 10 min");
        require(
                twiml(greeting).length() <= LONGEST_TWIML,
                "workspace.voice.greeting is too long for a call");
    }

    /** The greeting as Twilio's instructions, its special characters escaped. */
    Twiml twiml() {
        return new Twiml(twiml(greeting));
    }

    private static String twiml(String greeting) {
        return new VoiceResponse.Builder().say(new Say.Builder(greeting).build()).build().toXml();
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
