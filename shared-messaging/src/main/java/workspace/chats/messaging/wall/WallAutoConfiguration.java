package workspace.chats.messaging.wall;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.TransactionExecutionListener;

/** Has every transaction of a service with a database told which workspaces are open. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnBean(DataSource.class)
class WallAutoConfiguration {

    /** Boot gives it to every transaction manager. */
    @Bean
    TransactionExecutionListener wallOpening(DataSource database) {
        return new WallOpening(database);
    }
}
