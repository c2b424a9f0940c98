package workspace.chats.api.outcome;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The outcomes on a real PostgreSQL and Kafka. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = OutcomeApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=chat-api",
            "spring.flyway.locations=classpath:db/messaging,classpath:db/chat-api",
            "OIDC_ISSUER_URI=http://127.0.0.1:1",
            "OIDC_JWKS_URI=http://127.0.0.1:1/keys",
            "chats.outcome.reap-every=1h"
        })
@interface OutcomeTest {}
