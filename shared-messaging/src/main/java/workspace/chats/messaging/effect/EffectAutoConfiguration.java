package workspace.chats.messaging.effect;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.seal.Sealer;

/** Gives a ledger, and the engine that works it off, to every service with a provider. */
@AutoConfiguration(
        afterName = {
            "workspace.chats.messaging.outbox.OutboxAutoConfiguration",
            "workspace.chats.messaging.seal.SealingAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
        })
@ConditionalOnBean(EffectProvider.class)
@EnableConfigurationProperties(EffectSettings.class)
class EffectAutoConfiguration {

    @Bean
    Wake effectWake() {
        return new Wake();
    }

    @Bean
    EffectLedger effectLedger(EffectParts parts, Wake wake) {
        return parts.ledger(wake);
    }

    @Bean
    @ConditionalOnMissingBean
    EffectGate openGate() {
        return (_, _) -> Optional.empty();
    }

    @Bean
    EffectParts effectParts(
            DataSource database,
            PlatformTransactionManager transactions,
            Outbox outbox,
            Sealer sealer,
            List<EffectProvider> providers,
            EffectGate gate,
            EffectNews news,
            Ids ids,
            Clock clock,
            ObjectProvider<MeterRegistry> meters,
            EffectSettings settings) {
        return new EffectParts(
                JdbcClient.create(database),
                new TransactionTemplate(transactions),
                outbox,
                sealer,
                providers,
                gate,
                news,
                ids,
                clock,
                meters.getIfAvailable(SimpleMeterRegistry::new),
                settings);
    }

    @Bean
    Receipts effectReceipts(EffectParts parts) {
        return parts.receipts();
    }

    @Bean
    EffectEngine effectEngine(EffectParts parts, Wake wake) {
        return parts.engine(wake);
    }
}
