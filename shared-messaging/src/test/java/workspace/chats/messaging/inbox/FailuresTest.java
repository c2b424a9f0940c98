package workspace.chats.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "40001", "40P01", "42P01", "53300", "55P03", "57P01", "25006", "28P01"
            })
    void waits_whenTheDatabaseCannotNow(String state) {
        assertThat(Failures.passes(sql(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22P02", "23502", "23505", "23514"})
    void blamesTheEvent_whenTheDatabaseRefusesItsData(String state) {
        assertThat(Failures.passes(sql(state))).isFalse();
    }

    @Test
    void waits_whenNoConnectionIsToBeHad() {
        assertThat(
                        Failures.passes(
                                new CannotCreateTransactionException(
                                        "no", new SQLTransientConnectionException("pool"))))
                .isTrue();
        assertThat(Failures.passes(new OptimisticLockingFailureException("changed"))).isTrue();
    }

    @Test
    void waits_whenTheProgramIsNotWell() {
        assertThat(Failures.passes(new OutOfMemoryError())).isTrue();
        assertThat(Failures.passes(new NoClassDefFoundError())).isTrue();
    }

    @Test
    void blamesTheEvent_whenTheWorkFailsOnIt() {
        assertThat(Failures.passes(new IllegalStateException())).isFalse();
        assertThat(Failures.passes(new StackOverflowError())).isFalse();
        assertThat(Failures.passes(new DataIntegrityViolationException("no"))).isFalse();
    }

    @Test
    void describesWithoutQuoting() {
        var quoting =
                new UncategorizedSQLException(
                        "insert", "sql", new SQLException("Canary Jones", "22001"));

        assertThat(Failures.describe(quoting)).isEqualTo("SQLException 22001");
        assertThat(Failures.describe(new IllegalStateException("Canary Jones")))
                .isEqualTo("IllegalStateException");
    }

    private static Exception sql(String state) {
        return new UncategorizedSQLException("work", "sql", new SQLException("words", state));
    }
}
