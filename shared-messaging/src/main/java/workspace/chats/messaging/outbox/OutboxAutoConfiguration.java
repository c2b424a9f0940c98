package workspace.chats.messaging.outbox;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import workspace.chats.events.EventCodec;
import workspace.chats.messaging.MessagingAutoConfiguration;

/** Gives an {@link Outbox} to every service with a database. */
@AutoConfiguration(after = {MessagingAutoConfiguration.class, DataSourceAutoConfiguration.class})
@ConditionalOnBean(DataSource.class)
class OutboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Outbox outbox(
            DataSource database,
            EventCodec codec,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new Outbox(new JdbcTemplate(database), codec, clock, "/workspace-chats/" + service);
    }
}
