package workspace.chats.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import workspace.chats.events.EventCodec;

/** Gives an {@link Inbox} to every service with a database and Kafka, and its listeners manners. */
@AutoConfiguration(
        afterName = {
            "workspace.chats.messaging.MessagingAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConditionalOnBean({DataSource.class, KafkaTemplate.class})
@EnableConfigurationProperties(InboxSettings.class)
class InboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Inbox inbox(
            EventCodec codec,
            PlatformTransactionManager transactions,
            SeenEvents seenEvents,
            KafkaTemplate<String, byte[]> kafka,
            MeterRegistry metrics,
            Clock clock,
            InboxSettings settings) {
        return new Inbox(
                codec,
                new TransactionTemplate(transactions),
                seenEvents,
                new DeadLetters(kafka, metrics),
                metrics,
                clock,
                settings.patience());
    }

    @Bean
    SeenEvents seenEvents(DataSource database) {
        return new SeenEvents(JdbcClient.create(database));
    }

    @Bean
    InboxCleaning inboxCleaning(SeenEvents seenEvents, Clock clock, InboxSettings settings) {
        var cleaning = new InboxCleaning(seenEvents, clock, settings.retention());
        cleaning.every(settings.cleaning());
        return cleaning;
    }

    /** Boot gives it to every listener container. */
    @Bean
    @ConditionalOnMissingBean
    CommonErrorHandler waitAndRepeat(InboxSettings settings, MeterRegistry metrics) {
        return new WaitAndRepeat(settings.firstPause(), settings.longestPause(), metrics);
    }

    @Bean("kafkaConsumers")
    @ConditionalOnBean(KafkaListenerEndpointRegistry.class)
    ConsumersHealth consumersHealth(KafkaListenerEndpointRegistry listeners) {
        return new ConsumersHealth(listeners);
    }
}
