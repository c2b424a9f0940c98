package workspace.chats.messaging.inbox;

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

/** A service that listens, with a real database and a real topic; all such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {OneService.class, Listening.class},
        properties = {
            "spring.application.name=" + Listening.CONSUMER,
            "workspace.relay.enabled=false",
            "workspace.inbox.patience=" + InboxTest.PATIENCE_SECONDS + "s",
            "workspace.inbox.first-pause=50ms"
        })
@ContextConfiguration(initializers = InboxTest.OnRealEngines.class)
@interface InboxTest {

    String DATABASE = "inbox_test";

    /** On a slow machine too, what becomes visible in the end does so in time. */
    int PATIENCE_SECONDS = 60;

    final class OnRealEngines
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Engines.registerFor(
                    (name, value) ->
                            TestPropertyValues.of(name + "=" + value.get()).applyTo(context),
                    DATABASE);
        }
    }
}
