package workspace.chats.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import workspace.chats.api.testing.RunningApi;

/** What an answer and the log make of there being no connection, or no turn to have one. */
@ExtendWith(OutputCaptureExtension.class)
class FailuresIT {

    @Test
    void callItOverload_whenEveryConnectionIsBusy(CapturedOutput logs) throws Exception {
        try (var pool = pool(RunningApi.DATABASE.jdbcUrl(), Duration.ofMillis(250));
                var busy = pool.getConnection()) {
            assertThat(busy.isClosed()).isFalse();
            assertThat(answerTo(failureOf(pool))).contains("\"overloaded\"");
        }
        assertThat(logs.getAll()).contains("requests turned away").doesNotContain(" ERROR ");
    }

    @Test
    void callItOverload_whenNoTurnCameInTime(CapturedOutput logs) throws IOException {
        var late = new NoTurnInTime(Duration.ofMillis(2_500));
        assertThat(answerTo(late, "3")).contains("\"overloaded\"");
        assertThat(logs.getAll()).contains("requests turned away").doesNotContain(" ERROR ");
    }

    @Test
    void callItAnError_whenTheDatabaseIsAway(CapturedOutput logs) throws IOException {
        try (var pool = pool("jdbc:postgresql://127.0.0.1:1/away", Duration.ofSeconds(5))) {
            pool.setInitializationFailTimeout(-1); // else making the pool fails, not asking it
            assertThat(answerTo(failureOf(pool))).doesNotContain("overloaded");
        }
        assertThat(logs.getAll()).contains(" ERROR ", "request failed").doesNotContain("turned");
    }

    /** Makes its connection before the first one asks: however long that takes, he gets it. */
    private static HikariDataSource pool(String url, Duration timeout) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(RunningApi.DATABASE.name() + "_app");
        pool.setPassword(RunningApi.DATABASE.password());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(timeout.toMillis());
        return pool;
    }

    private static SQLException failureOf(HikariDataSource pool) {
        return (SQLException) catchThrowable(pool::getConnection);
    }

    private static String answerTo(SQLException failure) throws IOException {
        return answerTo(new CannotCreateTransactionException("no connection", failure), "1");
    }

    private static String answerTo(CannotCreateTransactionException failure, String retryAfter)
            throws IOException {
        var response = new MockHttpServletResponse();
        new ProblemAdvice(new Overload()).onUnavailable(failure, response);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo(retryAfter);
        return response.getContentAsString();
    }
}
