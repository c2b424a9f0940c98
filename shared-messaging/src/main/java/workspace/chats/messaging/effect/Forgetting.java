package workspace.chats.messaging.effect;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets go of what attempts said that were given up or refused. While others of their time are open
 * it is kept, sealed, because a look at those must not take its message for theirs.
 */
record Forgetting(JdbcClient jdbc, TransactionOperations transaction, EffectSettings settings) {

    private static final String FORGET =
            """
            update effect set sealed = null
             where state in ('outcome_unknown', 'rejected') and sealed is not null
               and submitted_at < least(statement_timestamp(), (
                       select min(submitted_at)
                         from (select submitted_at from effect where state = 'submitting' and medium <> 'email'
                               union all
                               select submitted_at from effect where state = 'unknown' and medium <> 'email') as open
                   )) - make_interval(secs => ?)
            """;

    void round() throws InterruptedException {
        forget();
        Thread.sleep(settings.gauges());
    }

    private void forget() {
        var statement = jdbc.sql(FORGET).param(Columns.seconds(settings.lookReach()));
        transaction.executeWithoutResult(_ -> statement.update());
    }
}
