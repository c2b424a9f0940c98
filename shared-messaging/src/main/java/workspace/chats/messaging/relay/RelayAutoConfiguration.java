package workspace.chats.messaging.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Relays the events of every service that has an outbox. */
@AutoConfiguration(
        afterName = {
            "workspace.chats.messaging.MessagingAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConditionalOnBean({DataSource.class, JdbcConnectionDetails.class, KafkaProperties.class})
@ConditionalOnProperty(name = "workspace.relay.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RelaySettings.class)
class RelayAutoConfiguration {

    @Bean
    RelayMetrics relayMetrics(MeterRegistry registry) {
        return new RelayMetrics(registry);
    }

    @Bean
    RelaySupervisor relaySupervisor(
            JdbcConnectionDetails server,
            RelaySettings settings,
            KafkaProperties kafka,
            RelayMetrics metrics,
            Clock clock) {
        var database = new RelayDatabase(server.getJdbcUrl(), settings.user(), settings.password());
        return new RelaySupervisor(
                database,
                settings,
                producer(kafka),
                outlet -> DebeziumRelay.over(outlet, database, settings),
                metrics,
                clock);
    }

    @Bean("outboxRelay")
    RelayHealth relayHealth(RelaySupervisor supervisor, RelayMetrics metrics) {
        return new RelayHealth(supervisor, metrics);
    }

    /** Acknowledged by all replicas, never out of order, never waiting for company. */
    private static Map<String, Object> producer(KafkaProperties kafka) {
        var settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "relay");
        return settings;
    }
}
