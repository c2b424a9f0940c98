package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import workspace.chats.api.problem.NoTurnInTime;
import workspace.chats.api.problem.Overload;

@Timeout(20)
class TurnsTest {

    private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofHours(1);
    private static final TransactionExecution TRANSACTION = new TransactionExecution() {};

    private final Breather breather =
            new Breather(
                    new BreatherSettings(0.5, LONGER_THAN_ANYBODY_WAITS),
                    new SimpleMeterRegistry());
    private final AtomicLong nanos = new AtomicLong();
    private final Turns turns = turns(new HikariDataSource());
    private final UUID flooding = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void letNobodyPause_whoDidNotHaveToWait() {
        processorsAreBusy();

        transactionOf(flooding, () -> {});
        transactionOf(flooding, () -> transactionOf(other, () -> {}));
    }

    @Test
    void pauseBeforeOneThatHadToWait_withoutLettingAnotherIn() {
        processorsAreBusy();
        var second = new Request();
        transactionOf(flooding, () -> second.startsAndWaits(1));

        await().until(() -> waiting() == 0);
        assertThat(second.begun).isFalse();
        var third = new Request();
        third.startsAndWaits(1);
        second.isWoken();
        await().untilTrue(second.begun);
        assertThat(third.begun).isFalse();

        second.mayEnd.set(true);
        await().until(() -> waiting() == 0);
        third.isWoken();
        await().untilTrue(third.begun);
        third.mayEnd.set(true);
    }

    @Test
    void refusesOneWhoseTurnDoesNotComeInTime() {
        var pool = new HikariDataSource();
        pool.setConnectionTimeout(250);
        var impatient = turns(pool);

        Turns.callWith(
                flooding,
                () -> {
                    impatient.beforeBegin(TRANSACTION);
                    assertThatThrownBy(() -> impatient.beforeBegin(TRANSACTION))
                            .isInstanceOf(NoTurnInTime.class);
                    assertThat(impatient.waiting(flooding)).isZero();
                    return flooding;
                });
    }

    @Test
    void foretellTheWait_fromHowQuicklyTheLineMoves() {
        var second = new Request();
        var third = new Request();
        transactionOf(
                flooding,
                () -> {
                    second.startsAndWaits(1);
                    third.startsAndWaits(2);
                    passes(Duration.ofSeconds(4));
                    assertThat(ahead()).isEqualTo(Duration.ofSeconds(4));
                });
        await().untilTrue(second.begun);

        assertThat(ahead()).isEqualTo(Duration.ofMillis(400));
        assertThat(turns.ahead(other)).isZero();
        second.mayEnd.set(true);
        await().untilTrue(third.begun);
        assertThat(ahead()).isZero();
        third.mayEnd.set(true);
    }

    @Test
    void forgetSlowly_whenSomebodyDoesNotHaveToWait() {
        var roomy = turns(new HikariDataSource(), 2);
        var slow = new Request(roomy);
        transactionOf(
                roomy,
                flooding,
                () ->
                        transactionOf(
                                roomy,
                                flooding,
                                () -> {
                                    slow.startsAndWaits(1);
                                    passes(Duration.ofSeconds(4));
                                }));
        await().untilTrue(slow.begun);

        transactionOf(
                roomy,
                flooding,
                () -> {
                    var next = new Request(roomy);
                    next.startsAndWaits(1);
                    assertThat(roomy.ahead(flooding)).isEqualTo(Duration.ofMillis(360));
                    next.mayEnd.set(true);
                    slow.mayEnd.set(true);
                });
    }

    /** Which takes several turns, and has to get each of them in ten seconds. */
    @ParameterizedTest
    @CsvSource({"2_500, ", "2_501, 3", "60_000, 30"})
    void areNotWorthWaitingFor_whereTheyWouldTakeAQuarterOfTheTime(
            int millis, @Nullable Long retryAfter) {
        var pool = new HikariDataSource();
        pool.setConnectionTimeout(10_000);
        var admission = new Admission(pool, turns, new Overload(), 500);
        var second = new Request();
        transactionOf(
                flooding,
                () -> {
                    second.startsAndWaits(1);
                    passes(Duration.ofMillis(millis));
                    assertThat(refusal(admission, flooding)).isEqualTo(retryAfter);
                    assertThat(refusal(admission, other)).isNull();
                });
        second.mayEnd.set(true);
    }

    /** In how many seconds to come again. */
    private static @Nullable Long refusal(Admission admission, UUID workspaceId) {
        var request = new MockHttpServletRequest("GET", "/api/v2/w/" + workspaceId + "/chats");
        var response = new MockHttpServletResponse();
        assertThatCode(() -> admission.doFilter(request, response, new MockFilterChain()))
                .doesNotThrowAnyException();
        var retryAfter = response.getHeader("Retry-After");
        return retryAfter == null ? null : Long.valueOf(retryAfter);
    }

    /** One more of the workspace that floods, in a transaction until it may end. */
    private final class Request {

        private final AtomicBoolean begun = new AtomicBoolean();
        private final AtomicBoolean mayEnd = new AtomicBoolean();
        private final Turns turns;
        private final Thread thread;

        private Request() {
            this(TurnsTest.this.turns);
        }

        private Request(Turns turns) {
            this.turns = turns;
            this.thread =
                    Thread.ofVirtual().unstarted(() -> transactionOf(turns, flooding, this::work));
        }

        private void startsAndWaits(int waiting) {
            thread.start();
            await().until(() -> turns.waiting(flooding) == waiting);
        }

        private void work() {
            var _ = Thread.interrupted();
            begun.set(true);
            await().untilTrue(mayEnd);
        }

        private void isWoken() {
            thread.interrupt();
        }
    }

    private void processorsAreBusy() {
        for (int i = 0; i < 10_000; i++) {
            breather.told(1);
        }
        assertThat(breather.pause(0)).isGreaterThan(Duration.ofMinutes(1));
    }

    private Turns turns(HikariDataSource pool) {
        return turns(pool, 1);
    }

    private Turns turns(HikariDataSource pool, int atOnce) {
        var settings = new LimitSettings(1, 1, Duration.ofSeconds(1), atOnce, 500);
        return new Turns(settings, breather, pool, nanos::get);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Duration ahead() {
        return turns.ahead(flooding);
    }

    private int waiting() {
        return turns.waiting(flooding);
    }

    private void transactionOf(UUID workspaceId, Runnable work) {
        transactionOf(turns, workspaceId, work);
    }

    private static void transactionOf(Turns turns, UUID workspaceId, Runnable work) {
        Turns.callWith(
                workspaceId,
                () -> {
                    turns.beforeBegin(TRANSACTION);
                    var synchronization = begun(turns);
                    work.run();
                    synchronization.afterCompletion(TransactionSynchronization.STATUS_COMMITTED);
                    return workspaceId;
                });
    }

    private static TransactionSynchronization begun(Turns turns) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            turns.afterBegin(TRANSACTION, null);
            return TransactionSynchronizationManager.getSynchronizations().getFirst();
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }
}
