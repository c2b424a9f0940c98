package workspace.chats.messaging.effect;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Attempts at one message whose wishes come in the wrong order, or at once. */
@LedgerTest
class LateAttemptIT {

    @Autowired EffectParts parts;
    @Autowired EffectEngine engine;
    @Autowired EffectLedger ledger;
    @Autowired FakeProvider provider;

    private final Wish wish = Wish.aMessage();
    private Lab lab;

    @BeforeEach
    void takeOver() {
        engine.stop();
        lab = new Lab(parts, provider);
    }

    @AfterEach
    void cleanUp() {
        lab.stopAll();
    }

    @Test
    void isNotSent_whenALaterOneWasSent() {
        var instance = lab.start();
        assertThat(instance.planNext(wish, 2, false)).isEqualTo(NextAttempt.PLANNED);
        lab.awaitState(wish, "accepted");

        var later = wish.next();
        instance.plan(wish, later);

        lab.awaitState(later, "accepted");
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(attempts()).containsExactly(2);
        assertThat(lab.told(wish)).hasSize(1);
    }

    /** As when a letter is mended to plan an attempt that nobody wished for. */
    @Test
    void isNotSent_whenItComesUnasked_afterAnEarlierOne() {
        var instance = lab.start();
        instance.plan(wish);
        lab.awaitState(wish, "accepted");

        inTransaction(() -> first(3));

        var later = wish.next();
        instance.plan(later);
        lab.awaitState(later, "accepted");
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(attempts()).containsExactly(1);
    }

    /** As after an outage that was longer than the first one's time. */
    @Test
    void isSent_whenTheFirstOnesTimeIsOver_thoughNobodyHasSaidSoYet() {
        var asked =
                inTransaction(() -> {
                    ledger.plan(List.of(tooLate().sealedBy(parts.sealer())));
                    return next(2);
                });
        assertThat(asked).isEqualTo(NextAttempt.PLANNED);

        lab.start();
        lab.awaitAllSettled();
        assertThat(states()).containsExactly("expired", "accepted");
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(lab.told(wish)).hasSize(2);
    }

    @Test
    void leavesTheFirstAsItWas_whenItsPlanIsNotCommitted() {
        inTransaction(() -> {
            ledger.plan(List.of(tooLate().sealedBy(parts.sealer())));
            return NextAttempt.PLANNED;
        });
        parts.transaction()
                .executeWithoutResult(status -> {
                    assertThat(next(2)).isEqualTo(NextAttempt.PLANNED);
                    status.setRollbackOnly();
                });

        assertThat(states()).containsExactly("planned");
        assertThat(lab.told(wish)).isEmpty();
    }

    @Test
    void isNotPlanned_whenALaterOneIsPlannedAtTheSameTime() {
        whileUncommitted(() -> next(2), this::first);

        assertThat(attempts()).containsExactly(2);
    }

    @Test
    void isRefused_whenTheFirstIsPlannedAtTheSameTime() {
        assertThat(whileUncommitted(this::first, () -> next(2))).isEqualTo(NextAttempt.UNDER_WAY);

        assertThat(attempts()).containsExactly(1);
    }

    @Test
    void isRefused_whenAnotherIsPlannedAtTheSameTime_afterAFailure() {
        inTransaction(this::first);
        parts.jdbc().sql("update effect set state = 'rejected'").update();

        assertThat(whileUncommitted(() -> next(2), () -> next(3))).isEqualTo(NextAttempt.UNDER_WAY);

        assertThat(attempts()).containsExactly(1, 2);
    }

    /** What the other is answered, who comes before the one is committed. */
    private NextAttempt whileUncommitted(Supplier<NextAttempt> one, Supplier<NextAttempt> other) {
        return parts.transaction()
                .execute(_ -> {
                    var _ = one.get();
                    var second = CompletableFuture.supplyAsync(() -> inTransaction(other));
                    await().atMost(60, SECONDS).until(() -> second.isDone() || somebodyWaits());
                    return second;
                })
                .join();
    }

    private boolean somebodyWaits() {
        return parts.jdbc()
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private NextAttempt first() {
        return first(1);
    }

    private NextAttempt first(int attempt) {
        ledger.plan(List.of(wish.sealedBy(parts.sealer(), attempt)));
        return NextAttempt.PLANNED;
    }

    private NextAttempt next(int attempt) {
        return ledger.planNext(wish.sealedBy(parts.sealer(), attempt), false);
    }

    private NextAttempt inTransaction(Supplier<NextAttempt> plan) {
        return parts.transaction().execute(_ -> plan.get());
    }

    private Wish tooLate() {
        return wish.expiringIn(Duration.ofMinutes(-1));
    }

    private List<String> states() {
        return parts.jdbc()
                .sql("select state from effect where subject_id = ? order by attempt")
                .param(wish.message())
                .query(String.class)
                .list();
    }

    private List<Integer> attempts() {
        return parts.jdbc()
                .sql("select attempt from effect where subject_id = ? order by attempt")
                .param(wish.message())
                .query(Integer.class)
                .list();
    }
}
