package workspace.chats.api.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import workspace.chats.messaging.testing.Engines;

/** Nothing waits for ever. */
@OutcomeTest
@NullMarked
class OverdueReaperIT {

    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final Duration LOOKED_FOR = Duration.ofMinutes(10);

    private final OverdueReaper messageReaper;
    private final OverdueReaper callReaper;
    private final Outcomes messageOutcomes;
    private final Outcomes callOutcomes;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final SeededChats chats;
    private final Instant late = Instant.now().minus(GRACE).minusSeconds(1);
    private final Instant almostLate = late.plusSeconds(60);

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        Engines.registerFor(registry, "chat_api");
        registry.add("chats.outcome.reap-at-most", () -> 10);
    }

    @Autowired
    OverdueReaperIT(
            OverdueReaper messageReaper,
            OverdueReaper callReaper,
            Outcomes messageOutcomes,
            Outcomes callOutcomes,
            TransactionTemplate transactions,
            JdbcClient jdbc) {
        this.messageReaper = messageReaper;
        this.callReaper = callReaper;
        this.messageOutcomes = messageOutcomes;
        this.callOutcomes = callOutcomes;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.chats = new SeededChats();
    }

    @Test
    void givesUpSilentMessages() {
        var pending = chats.text("pending", late);
        var deferred = chats.text("deferred", late);
        var unknown = chats.text("unknown", late);

        afterReaping(
                messageReaper,
                () -> {
                    hasFailed(pending, "message_expired");
                    hasFailed(deferred, "message_expired");
                    hasFailed(unknown, "outcome_unknown");
                });
    }

    @Test
    void givesUpSilentCalls() {
        var pending = chats.call("pending", late);
        var unknown = chats.call("unknown", late);
        var ringing = chats.call("ringing", late);

        afterReaping(
                callReaper,
                () -> {
                    assertThat(chats.phoneCall(pending)).containsEntry("reason", "call_expired");
                    assertThat(chats.phoneCall(unknown)).containsEntry("reason", "outcome_unknown");
                });
        assertThat(chats.phoneCall(ringing)).containsEntry("status", "ringing");
    }

    @Test
    void leavesAnUnknownMessageAlone_whileItsSenderMayFindOut() {
        var message = chats.text("pending", late);
        isUnknown(messageOutcomes, message);

        silentSince(Kind.MESSAGE, message, almostLate);
        messageReaper.reap();
        assertThat(chats.message(message))
                .containsEntry("status", "unknown")
                .containsEntry("reason", null);
        assertThat(chats.chat(message)).containsEntry("messages_failed", 0);

        silentSince(Kind.MESSAGE, message, late);
        afterReaping(
                messageReaper,
                () ->
                        assertThat(chats.message(message))
                                .containsEntry("reason", "outcome_unknown"));
    }

    @Test
    void leavesAnUnknownCallAlone_whileItsCallerMayFindOut() {
        var call = chats.call("pending", late);
        isUnknown(callOutcomes, call);

        silentSince(Kind.CALL, call, almostLate);
        callReaper.reap();
        assertThat(chats.phoneCall(call)).containsEntry("status", "unknown");

        silentSince(Kind.CALL, call, late);
        afterReaping(
                callReaper,
                () -> assertThat(chats.phoneCall(call)).containsEntry("reason", "outcome_unknown"));
    }

    /** Most rows of their tables are settled long since. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void findsThemByTheirIndex(Kind kind) {
        var overdue = new Overdue(kind, jdbc, LOOKED_FOR);
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("set local enable_seqscan = off").update(); // the tables are small
            jdbc.sql("discard plans").update();
            var before = scans(kind);
            overdue.find(late, 10);
            assertThat(scans(kind)).isGreaterThan(before);
        });
    }

    @Test
    void leavesTheRestAlone() {
        var early = chats.text("pending", almostLate);
        var accepted = chats.text("accepted", late);
        var delivered = chats.text("delivered", late);

        messageReaper.reap();

        assertThat(chats.message(early)).containsEntry("status", "pending");
        assertThat(chats.message(accepted)).containsEntry("status", "accepted");
        assertThat(chats.message(delivered)).containsEntry("status", "delivered");
        assertThat(chats.chat(early)).containsEntry("version", 1L);
    }

    @Test
    void givesWayToALateReport() {
        var message = chats.text("pending", late);
        afterReaping(messageReaper, () -> hasFailed(message, "message_expired"));

        report(messageOutcomes, message, Standing.accepted(1, false));

        assertThat(chats.message(message))
                .containsEntry("status", "accepted")
                .containsEntry("reason", null);
        assertThat(chats.chat(message)).containsEntry("messages_failed", 0);
    }

    @Test
    void doesItOnce_whenManyInstancesDoItAtOnce() throws Exception {
        var messages = IntStream.range(0, 95).mapToObj(i -> chats.text("pending", late)).toList();

        try (var instances = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> reap = this::reap;
            for (var done : instances.invokeAll(List.of(reap, reap, reap, reap))) {
                assertThat(done.get()).isTrue();
            }
        }
        afterReaping(
                messageReaper,
                () -> messages.forEach(message -> hasFailed(message, "message_expired")));
    }

    @Test
    void doesNotWait_whenSomebodyWorksOnAChat() {
        var busy = chats.text("pending", late);
        var silent = chats.text("pending", late);

        new AsTheInbox(transactions)
                .apply(
                        messageOutcomes,
                        List.of(new Report(busy, Standing.of(1, Status.PENDING))),
                        // afterwards, the reaper of any running gateway may come by
                        () ->
                                afterReaping(
                                        messageReaper,
                                        () -> {
                                            isPending(busy);
                                            hasFailed(silent, "message_expired");
                                        }));
    }

    /**
     * Each time on another thread than the test's. What another reaper of this database has in hand
     * is left to it, and is done when that one is.
     */
    private static void afterReaping(OverdueReaper reaper, ThrowingRunnable asserted) {
        await().untilAsserted(() -> {
            reaper.reap();
            asserted.run();
        });
    }

    /** And was counted once. */
    private void hasFailed(SubjectRef message, String reason) {
        assertThat(chats.message(message))
                .containsEntry("status", "failed")
                .containsEntry("reason", reason);
        assertThat(chats.chat(message))
                .containsEntry("version", 2L)
                .containsEntry("needs_response", true)
                .containsEntry("messages_failed", 1);
    }

    private void isPending(SubjectRef message) {
        assertThat(chats.message(message)).containsEntry("status", "pending");
    }

    private void isUnknown(Outcomes outcomes, SubjectRef subject) {
        report(outcomes, subject, Standing.of(1, Status.UNKNOWN));
    }

    private void report(Outcomes outcomes, SubjectRef subject, Standing standing) {
        new AsTheInbox(transactions).apply(outcomes, List.of(new Report(subject, standing)));
    }

    /** An unknown one has as long as it is looked for, and then a grace. */
    private void silentSince(Kind kind, SubjectRef subject, Instant graceBegan) {
        chats.silentSince(kind, subject, graceBegan.minus(LOOKED_FOR));
    }

    private int scans(Kind kind) {
        return jdbc.sql("select pg_stat_get_xact_numscans(?::regclass)")
                .param(kind.table() + "_waiting")
                .query(Integer.class)
                .single();
    }

    private boolean reap() {
        messageReaper.reap();
        return true;
    }
}
