package workspace.chats.messaging.effect;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import workspace.chats.events.ReasonCode;

/** What a service of its own would bring: a provider, its news, and a gate that a test can shut. */
@TestConfiguration(proxyBeanMethods = false)
class FakeWorld {

    @Bean
    FakeProvider provider() {
        return new FakeProvider();
    }

    @Bean
    TestNews news() {
        return new TestNews();
    }

    @Bean
    Shut shut() {
        return new Shut(ConcurrentHashMap.newKeySet());
    }

    @Bean
    EffectGate gate(Shut shut) {
        return (effect, _) ->
                shut.chats.contains(effect.chatId())
                        ? Optional.of(ReasonCode.RECIPIENT_OPTED_OUT)
                        : Optional.empty();
    }

    /** Chats whose person wants nothing. */
    record Shut(Set<UUID> chats) {}
}
