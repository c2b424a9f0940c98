package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.IllegalTransactionStateException;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.trace.TraceContext;

@LedgerTest
class LedgerIT {

    private static final String[] QUICK = {
        "sweep=20ms", "retry-waits=20ms,20ms", "look-waits=50ms", "unknown-deadline=600ms"
    };

    @Autowired EffectParts parts;
    @Autowired EffectEngine engine;
    @Autowired EffectLedger ledger;
    @Autowired FakeProvider provider;
    @Autowired FakeWorld.Shut shut;

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
    void sendsOnceAndTellsOnce() {
        var wish = Wish.aMessage();
        lab.start(QUICK).plan(wish);

        lab.awaitState(wish, "accepted");

        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(lab.submitted(wish).getFirst().content().letter()).isEqualTo(Wish.LETTER);
        assertThat(lab.told(wish)).hasSize(1).first().isInstanceOf(MessageAccepted.class);
        assertThat(lab.column(wish, "sealed")).isEqualTo("none");
    }

    @Test
    void worksByItself_inAServiceWithAProvider() {
        engine.start();
        var wish = Wish.aMessage();

        planned(wish);

        lab.awaitState(wish, "accepted");
        assertThat(lab.submitted(wish)).hasSize(1);
        engine.stop();
    }

    @Test
    void ignoresAPlanThatItKnows() {
        var wish = Wish.aMessage();
        var instance = lab.start(QUICK);

        instance.plan(wish, wish);
        lab.awaitState(wish, "accepted");
        instance.plan(wish);
        var later = wish.next();
        instance.plan(later);
        lab.awaitState(later, "accepted");

        assertThat(lab.rows(wish)).isEqualTo(1);
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(lab.told(wish)).hasSize(1);
    }

    @Test
    void refusesAPlan_outsideATransaction() {
        var planned = List.of(Wish.aMessage().sealedBy(parts.sealer()));

        assertThatThrownBy(() -> ledger.plan(planned))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void sendsNothing_whenThePlanIsRolledBack() {
        var wish = Wish.aMessage();
        var instance = lab.start(QUICK);

        parts.transaction()
                .executeWithoutResult(transaction -> {
                    ledger.plan(List.of(wish.sealedBy(parts.sealer())));
                    transaction.setRollbackOnly();
                });

        var later = wish.next();
        instance.plan(later);
        lab.awaitState(later, "accepted");
        assertThat(lab.rows(wish)).isZero();
        assertThat(lab.submitted(wish)).isEmpty();
    }

    @Test
    void blocksWithoutASocket_whenTheGateSaysNo() {
        var wish = Wish.aMessage();
        shut.chats().add(wish.chat());

        lab.start(QUICK).plan(wish);

        lab.awaitState(wish, "blocked");
        assertThat(lab.submitted(wish)).isEmpty();
        assertThat(failures(wish)).containsExactly(ReasonCode.RECIPIENT_OPTED_OUT);
    }

    @Test
    void blocksWithoutASocket_whenTheContentDoesNotOpen() {
        var wish = Wish.aMessage();
        var other =
                new Wish(
                        wish.workspace(),
                        UUID.randomUUID(),
                        wish.message(),
                        wish.medium(),
                        wish.sender(),
                        1,
                        false,
                        Duration.ofHours(1),
                        null,
                        Wish.LETTER);
        var sealed = other.sealedBy(parts.sealer());
        var instance = lab.start(QUICK);

        planned(
                new PlannedEffect(
                        wish.workspace(),
                        wish.chat(),
                        wish.message(),
                        1,
                        Medium.SMS,
                        wish.sender(),
                        1,
                        null,
                        false,
                        sealed.expiresAt(),
                        sealed.eventId(),
                        sealed.eventType(),
                        sealed.sealed()));

        lab.awaitState(wish, "blocked");
        assertThat(instance).isNotNull();
        assertThat(lab.submitted(wish)).isEmpty();
        assertThat(failures(wish)).containsExactly(ReasonCode.DISPATCH_MISCONFIGURED);
    }

    @Test
    void asksNobody_whenItOnlyPretends() {
        var wish = Wish.aMessage().pretended();

        lab.start(QUICK).plan(wish);

        lab.awaitState(wish, "accepted");
        assertThat(lab.submitted(wish)).isEmpty();
        assertThat(lab.told(wish))
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageAccepted.class, told -> assertThat(told.simulated()).isTrue());
    }

    @Test
    void sendsNothingLate() {
        var message = Wish.aMessage().expiringIn(Duration.ofSeconds(-1));
        var call = Wish.aMessage().on(Medium.CALL).expiringIn(Duration.ofSeconds(-1));

        lab.start(QUICK).plan(message, call);

        lab.awaitState(message, "expired");
        lab.awaitState(call, "expired");
        assertThat(provider.submitted()).isEmpty();
        assertThat(failures(message)).containsExactly(ReasonCode.MESSAGE_EXPIRED);
        assertThat(failures(call)).containsExactly(ReasonCode.CALL_EXPIRED);
    }

    /** The second one's time is over before the first could miss its slot and come after it. */
    @Test
    void expires_whileItWaitsForItsSender() {
        var first = Wish.aMessage().atRate(0.01);
        var second = first.elsewhere().expiringIn(Duration.ofMillis(300));

        lab.start(QUICK).plan(first, second);

        lab.awaitState(first, "accepted");
        lab.awaitState(second, "expired");
        assertThat(lab.submitted(second)).isEmpty();
    }

    @Test
    void triesAgain_whenCertainlyNothingWasSent() {
        var wish = Wish.aMessage();
        provider.answers(effect ->
                effect.tries() < 3
                        ? new Answer.NotSent(ReasonCode.PROVIDER_THROTTLED, "20429")
                        : FakeProvider.accepted());

        lab.start(QUICK).plan(wish);

        lab.awaitState(wish, "accepted");
        assertThat(lab.submitted(wish)).hasSize(3);
        assertThat(lab.told(wish)).singleElement().isInstanceOf(MessageAccepted.class);
    }

    @Test
    void givesUp_whenTheTriesRunOut() {
        var wish = Wish.aMessage();
        provider.answers(_ -> new Answer.NotSent(ReasonCode.PROVIDER_UNAVAILABLE, null));

        lab.start(QUICK).plan(wish);

        lab.awaitState(wish, "rejected");
        assertThat(lab.submitted(wish)).hasSize(3);
        assertThat(failures(wish)).containsExactly(ReasonCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void doesNotSendTwice_whenTheProviderThrows() {
        var wish = Wish.aMessage();
        provider.answers(_ -> {
            throw new IllegalStateException("+15005550010");
        });

        lab.start(QUICK).plan(wish);

        lab.awaitState(wish, "outcome_unknown");
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(lab.told(wish)).hasSize(2).first().isInstanceOf(MessageUnknown.class);
        assertThat(failures(wish)).containsExactly(ReasonCode.OUTCOME_UNKNOWN);
    }

    @Test
    void keepsWhatTheProviderTook_whenItNamesTwoTheSame() {
        var one = Wish.aMessage();
        var other = one.elsewhere();
        provider.answers(_ -> new Answer.Accepted("SM" + one.message()));

        lab.start(QUICK).plan(one, other);

        lab.awaitState(one, "accepted");
        lab.awaitState(other, "accepted");
        assertThat(lab.told(one)).hasSize(1);
        assertThat(lab.told(other)).hasSize(1);
        assertThat(List.of(lab.column(one, "provider_id"), lab.column(other, "provider_id")))
                .containsExactlyInAnyOrder("SM" + one.message(), "none");
    }

    @Test
    void keepsTheIdOfWhatTheProviderRefused_butOnce() {
        var one = Wish.aMessage();
        var other = one.elsewhere();
        var id = "SM" + one.message();
        provider.answers(_ -> new Answer.Refused(ReasonCode.MESSAGE_FILTERED, "30007", id));

        lab.start(QUICK).plan(one, other);

        lab.awaitState(one, "rejected");
        lab.awaitState(other, "rejected");
        assertThat(failures(one)).containsExactly(ReasonCode.MESSAGE_FILTERED);
        assertThat(failures(other)).containsExactly(ReasonCode.MESSAGE_FILTERED);
        assertThat(List.of(lab.column(one, "provider_id"), lab.column(other, "provider_id")))
                .containsExactlyInAnyOrder(id, "none");
    }

    @Test
    void goesOn_whenAnAnswerThatCouldNotBeWrittenMeetsAnErrorToo() {
        var lost = Wish.aMessage();
        var next = Wish.aMessage();
        var instance = lab.start("sweep=20ms", "unknown-deadline=300ms", "in-flight=1");
        instance.troublesSettling(
                () -> {
                    throw new IllegalStateException();
                },
                () -> {
                    throw new StackOverflowError();
                });
        instance.plan(lost);
        lab.awaitTroublesMet(instance);
        lab.lapse(lost);
        lab.awaitState(lost, "outcome_unknown");

        instance.plan(next);

        lab.awaitState(next, "accepted");
    }

    @Test
    void goesOn_whenWhatCouldNotBeWrittenCannotEvenBeLogged() {
        var lost = Wish.aMessage();
        var next = Wish.aMessage();
        var instance = lab.start("sweep=20ms", "unknown-deadline=300ms", "in-flight=1");
        instance.troublesSettling(() -> {
            throw new OutOfMemoryError();
        });
        try (var _ = IllLog.of(Settler.class)) {
            instance.plan(lost);
            lab.awaitTroublesMet(instance);
            lab.lapse(lost);
            lab.awaitState(lost, "outcome_unknown");
        }

        instance.plan(next);

        lab.awaitState(next, "accepted");
    }

    @Test
    void doesNotSendTwice_whenAnInstanceDiesWhileItSends() {
        var wish = Wish.aMessage();
        var hanging = new CountDownLatch(1);
        provider.answers(_ -> FakeProvider.after(hanging, FakeProvider.accepted()));
        var dying = lab.start(QUICK);
        dying.plan(wish);
        lab.awaitSubmitted(1);

        dying.crash();
        lab.lapse(wish);
        lab.start(QUICK);
        hanging.countDown();

        lab.awaitState(wish, "outcome_unknown");
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(failures(wish)).containsExactly(ReasonCode.OUTCOME_UNKNOWN);
    }

    @Test
    void takesOver_whenAnInstanceDiesBeforeItSends() {
        var wish = Wish.aMessage();
        planned(wish);
        claimedByTheDead(wish);

        lab.start(QUICK);

        lab.awaitState(wish, "accepted");
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(lab.told(wish)).hasSize(1);
    }

    @Test
    void remembersAnAnswer_untilTheDatabaseIsBack() {
        var wish = Wish.aMessage();
        var hanging = new CountDownLatch(1);
        provider.answers(_ -> FakeProvider.after(hanging, FakeProvider.accepted()));
        var instance = lab.start("lease=30s");
        instance.plan(wish);
        lab.awaitSubmitted(1);

        instance.loseDatabase();
        hanging.countDown();
        lab.awaitState(wish, "submitting");
        instance.findDatabase();

        lab.awaitState(wish, "accepted");
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(lab.told(wish)).singleElement().isInstanceOf(MessageAccepted.class);
    }

    @Test
    void takesNoWordsIntoMemory_ofWhatItOnlyGivesUp() {
        planned(Wish.aMessage().expiringIn(Duration.ZERO));

        var overdue =
                new Effects(parts.jdbc(), parts.transaction(), parts.settings()).overdue(10, 10);

        assertThat(overdue)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.kind()).isEqualTo(Overdue.Kind.EXPIRED);
                    assertThat(row.entry().sealed()).isNull();
                });
    }

    /** As on a standby that is not promoted yet. */
    @Test
    void remembersAnAnswer_whileTheDatabaseIsReadOnly() {
        var wish = Wish.aMessage();
        var instance = lab.start("lease=30s");
        instance.troublesSettling(LedgerIT::readOnly, LedgerIT::readOnly, LedgerIT::readOnly);

        instance.plan(wish);

        lab.awaitState(wish, "accepted");
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(lab.told(wish)).singleElement().isInstanceOf(MessageAccepted.class);
    }

    private static void readOnly() {
        throw new UncategorizedSQLException("settle", null, new SQLException("words", "25006"));
    }

    @Test
    void keepsTheOrderOfAChat_whenTheFirstMessageNeedsThreeTries() {
        var first = Wish.aMessage();
        var second = first.next();
        var third = first.next();
        provider.answers(effect ->
                effect.subjectId().equals(first.message()) && effect.tries() < 3
                        ? new Answer.NotSent(ReasonCode.PROVIDER_UNAVAILABLE, null)
                        : FakeProvider.accepted());

        lab.start(QUICK).plan(first, second, third);

        lab.awaitState(third, "accepted");
        assertThat(provider.submitted().stream().map(each -> each.effect().subjectId()))
                .containsExactly(
                        first.message(),
                        first.message(),
                        first.message(),
                        second.message(),
                        third.message());
    }

    @Test
    void triesOnceMore_whenAPersonWantsItAfterAFailure() {
        var wish = Wish.aMessage();
        provider.answers(effect ->
                effect.attempt() == 1
                        ? new Answer.Refused(ReasonCode.RECIPIENT_INVALID, "21211")
                        : FakeProvider.accepted());
        var instance = lab.start(QUICK);
        instance.plan(wish);
        lab.awaitState(wish, "rejected");

        assertThat(instance.planNext(wish, 2, false)).isEqualTo(NextAttempt.PLANNED);
        assertThat(instance.planNext(wish, 2, false)).isEqualTo(NextAttempt.KNOWN);

        lab.awaitAllSettled();
        assertThat(lab.submitted(wish)).hasSize(2);
        assertThat(lab.told(wish))
                .hasExactlyElementsOfTypes(MessageFailed.class, MessageAccepted.class);
        assertThat(instance.planNext(wish, 3, true)).isEqualTo(NextAttempt.TAKEN);
        var last = instance.last(wish).orElseThrow();
        assertThat(last.effect().attempt()).isEqualTo(2);
        assertThat(last.outcome()).isEqualTo(new Outcome.Accepted(false));
        assertThat(lab.rows(wish)).isEqualTo(2);
    }

    @Test
    void carriesTheTraceOn() {
        var wish = Wish.aMessage();
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var instance = lab.start(QUICK);

        TraceContext.runWith(trace, () -> instance.plan(wish));

        lab.awaitState(wish, "accepted");
        assertThat(lab.traceOf(wish)).isEqualTo(trace);
    }

    private void planned(Wish wish) {
        planned(wish.sealedBy(parts.sealer()));
    }

    private void planned(PlannedEffect effect) {
        parts.transaction().executeWithoutResult(_ -> ledger.plan(List.of(effect)));
    }

    private void claimedByTheDead(Wish wish) {
        var transaction = parts.transaction();
        var claims = new Claims(parts.jdbc(), transaction, parts.settings(), UUID.randomUUID());
        assertThat(claims.take(Map.of(Medium.SMS, 10), Map.of())).hasSize(1);
        lab.lapse(wish);
    }

    private List<ReasonCode> failures(Wish wish) {
        return lab.told(wish).stream()
                .filter(MessageFailed.class::isInstance)
                .map(event -> ((MessageFailed) event).reason())
                .toList();
    }
}
