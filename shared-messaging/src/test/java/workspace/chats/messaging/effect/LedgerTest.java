package workspace.chats.messaging.effect;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import workspace.chats.messaging.OneService;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TestKeyset;

/** A service with a ledger on a real database; all such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {OneService.class, FakeWorld.class},
        properties = {
            "spring.application.name=ledger-test",
            "spring.flyway.locations=classpath:db/messaging,classpath:db/effect",
            "spring.datasource.hikari.maximum-pool-size=20",
            "workspace.relay.enabled=false"
        })
@ContextConfiguration(initializers = LedgerTest.OnRealEngines.class)
@interface LedgerTest {

    final class OnRealEngines
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(Engines.database("effect_test").settings())
                    .and("SEALING_KEYSET_FILE=" + TestKeyset.file())
                    .and("workspace.sealing.keyset-file=" + TestKeyset.file())
                    .and("KAFKA_BOOTSTRAP_SERVERS=" + Engines.kafkaBootstrap())
                    .applyTo(context);
        }
    }
}
