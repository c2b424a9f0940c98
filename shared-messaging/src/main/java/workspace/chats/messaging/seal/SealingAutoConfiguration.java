package workspace.chats.messaging.seal;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import workspace.chats.events.EventCodec;
import workspace.chats.messaging.MessagingAutoConfiguration;

/** Gives a {@link Sealer} to the services that handle personal data: those with a keyset file. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnProperty(KeysetFile.SETTING)
class SealingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Sealer sealer(Environment environment, EventCodec codec) {
        var file = Path.of(environment.getRequiredProperty(KeysetFile.SETTING));
        return new Sealer(new KeysetFile(file).aead(), codec);
    }
}
