package workspace.chats.dispatch.optout;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OptOutConfiguration {

    @Bean
    GateKey gateKey(GateKeys keys) {
        return keys.load();
    }
}
