package workspace.chats.messaging.inbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Down when a listener container has stopped, which an otherwise healthy service can survive. */
final class ConsumersHealth implements HealthIndicator {

    private final KafkaListenerEndpointRegistry listeners;

    ConsumersHealth(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public Health health() {
        var stopped =
                listeners.getListenerContainers().stream()
                        .filter(container -> !works(container))
                        .map(MessageListenerContainer::getListenerId)
                        .toList();
        return stopped.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stopped", stopped).build();
    }

    private static boolean works(MessageListenerContainer container) {
        return container.isRunning() && container.isInExpectedState();
    }
}
