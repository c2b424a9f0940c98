package workspace.chats.api.idempotency;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new IdempotencyKeyResolver());
    }

    @Bean
    OldKeys oldKeys(IdempotencyKeys keys, IdempotencySettings settings, Clock clock) {
        return new OldKeys(keys, settings, clock);
    }

    @Bean
    SchedulingConfigurer forgetOldKeys(OldKeys oldKeys, IdempotencySettings settings) {
        return tasks -> tasks.addFixedDelayTask(oldKeys::forget, settings.cleanEvery());
    }
}
