package workspace.chats.api.outcome;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.api.timeline.Timeline;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(OutcomeSettings.class)
class OutcomeConfiguration {

    @Bean
    OutcomeWait outcomeWait(WaitedMessages messages, OutcomeSettings settings) {
        return new OutcomeWait(
                messages::settledAmong, settings.lookEvery(), settings.waitersAtMost());
    }

    @Bean
    Outcomes messageOutcomes(
            JdbcClient jdbc, Clock clock, ChangedChats chats, Timeline timeline, OutcomeWait wait) {
        return new Outcomes(
                Kind.MESSAGE, new Standings(Kind.MESSAGE, jdbc, clock), chats, timeline, wait);
    }

    @Bean
    Outcomes callOutcomes(
            JdbcClient jdbc, Clock clock, ChangedChats chats, Timeline timeline, OutcomeWait wait) {
        return new Outcomes(
                Kind.CALL, new Standings(Kind.CALL, jdbc, clock), chats, timeline, wait);
    }

    @Bean
    OverdueReaper messageReaper(
            JdbcClient jdbc,
            Outcomes messageOutcomes,
            TransactionOperations transactions,
            OutcomeSettings settings,
            Clock clock) {
        return new OverdueReaper(
                new Overdue(Kind.MESSAGE, jdbc, settings.unknownDeadline()),
                messageOutcomes,
                transactions,
                settings,
                clock);
    }

    @Bean
    OverdueReaper callReaper(
            JdbcClient jdbc,
            Outcomes callOutcomes,
            TransactionOperations transactions,
            OutcomeSettings settings,
            Clock clock) {
        return new OverdueReaper(
                new Overdue(Kind.CALL, jdbc, settings.unknownDeadline()),
                callOutcomes,
                transactions,
                settings,
                clock);
    }

    @Bean
    SchedulingConfigurer reapOverdue(
            OverdueReaper messageReaper, OverdueReaper callReaper, OutcomeSettings settings) {
        return tasks -> {
            tasks.addFixedDelayTask(messageReaper::reap, settings.reapEvery());
            tasks.addFixedDelayTask(callReaper::reap, settings.reapEvery());
        };
    }
}
