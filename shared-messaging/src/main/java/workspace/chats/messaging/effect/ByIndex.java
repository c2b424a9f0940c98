package workspace.chats.messaging.effect;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Transactions whose plans use indexes whatever the statistics say. PostgreSQL keeps the plan of a
 * prepared statement; one made while the table was empty reads all of it, and a burst of 100,000
 * rows meets that plan a minute before the statistics notice (seen: claims of more than 60 s).
 */
record ByIndex(JdbcClient jdbc, TransactionOperations transaction)
        implements TransactionOperations {

    private static final String PREFER =
            """
            select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
                   set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
                   set_config('enable_sort', 'off', true), set_config('enable_incremental_sort', 'off', true)
            """;

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        return transaction.execute(status -> {
            prefer(jdbc);
            return action.doInTransaction(status);
        });
    }

    /** For the rest of the transaction that the caller is in. */
    static void prefer(JdbcClient jdbc) {
        jdbc.sql(PREFER).query((_, _) -> true).single();
    }
}
