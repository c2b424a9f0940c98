package workspace.chats.voice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Places the call that a created chat asks for, through the effect ledger, and says what came of
 * it.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class VoiceCaller {

    public static void main(String[] arguments) {
        SpringApplication.run(VoiceCaller.class, arguments);
    }
}
