package workspace.chats.api.outcome;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(OutcomeSettings.class)
class OutcomeConfiguration {

    @Bean
    OutcomeWait outcomeWait(WaitedMessages messages, OutcomeSettings settings) {
        return new OutcomeWait(
                messages::settledAmong, settings.lookEvery(), settings.waitersAtMost());
    }
}
