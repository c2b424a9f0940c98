package workspace.chats.messaging.wall;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Names the open workspaces to each transaction that begins, in one statement. The setting ends
 * with the transaction, so no pooled connection carries it to anybody else.
 */
final class WallOpening implements TransactionExecutionListener {

    private static final Logger log = LoggerFactory.getLogger(WallOpening.class);
    private static final String OPEN = "select set_config('chats.workspaces', ?, true)";

    private final DataSource database;

    WallOpening(DataSource database) {
        this.database = database;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        var workspaces = OpenWorkspaces.current();
        if (failure == null && workspaces != null) {
            open(workspaces);
        }
    }

    private void open(String workspaces) {
        var connection = DataSourceUtils.getConnection(database);
        try (var statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, workspaces);
            statement.execute();
        } catch (SQLException refused) {
            // thrown from here it would strand the connection; after it PostgreSQL takes no more
            // statements in this transaction, so the next one says that it failed
            log.warn("a transaction opened no workspace: {}", refused.getSQLState());
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
