package workspace.chats.api.outcome;

import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import workspace.chats.api.timeline.Timeline;

/**
 * The gateway's outcomes without its HTTP and JPA. No stereotype, so that no other scan picks it
 * up.
 */
@EnableAutoConfiguration(
        exclude = {HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class})
@ComponentScan(basePackageClasses = {OutcomeApp.class, Timeline.class})
class OutcomeApp {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
