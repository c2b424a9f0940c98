package workspace.chats.messaging.effect;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Look.Candidate;

/** What became of a request without an answer is looked for, and believed when it is certain. */
@LedgerTest
class UnknownOutcomeIT {

    private static final String[] QUICK = {"sweep=20ms", "look-waits=50ms"};

    @Autowired EffectParts parts;
    @Autowired EffectEngine engine;
    @Autowired FakeProvider provider;

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
    void settlesAnUnknown_whenALookFindsIt() {
        var wish = Wish.aMessage();
        provider.answers(_ -> new Answer.Unknown(null));
        provider.looks((_, _) -> found("SM" + wish.message()));

        lab.start(QUICK).plan(wish);

        lab.awaitState(wish, "accepted");
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(lab.column(wish, "provider_id")).isEqualTo("SM" + wish.message());
        assertThat(lab.told(wish))
                .hasExactlyElementsOfTypes(MessageUnknown.class, MessageAccepted.class);
    }

    @Test
    void looksAroundTheTimeOfTheSubmission() {
        var wish = Wish.aMessage();
        var asked = new CompletableFuture<LookWindow>();
        provider.answers(_ -> new Answer.Unknown(null));
        provider.looks((_, window) -> {
            asked.complete(window);
            return new Look.NothingToAsk();
        });

        lab.start(QUICK).plan(wish);

        var window = asked.orTimeout(60, SECONDS).join();
        assertThat(window.submittedFrom()).isBefore(parts.clock().instant());
        assertThat(window.submittedTo()).isAfter(window.submittedFrom());
    }

    @Test
    void believesNoLook_thatFindsSeveral() {
        var wish = Wish.aMessage();
        provider.answers(_ -> new Answer.Unknown(null));
        provider.looks((_, _) -> found("SM1" + wish.message(), "SM2" + wish.message()));

        lab.start(QUICK).plan(wish);

        awaitGivenUp(wish);
    }

    @Test
    void believesTheOneThatNoOtherOwns() {
        var owner = Wish.aMessage();
        var lost = owner.next();
        provider.answers(effect ->
                effect.subjectId().equals(owner.message())
                        ? new Answer.Accepted("SM" + owner.message())
                        : new Answer.Unknown(null));
        provider.looks((_, _) -> found("SM" + owner.message(), "SM" + lost.message()));

        lab.start(QUICK).plan(owner, lost);

        lab.awaitState(lost, "accepted");
        assertThat(lab.column(lost, "provider_id")).isEqualTo("SM" + lost.message());
        assertThat(lab.column(owner, "provider_id")).isEqualTo("SM" + owner.message());
    }

    @Test
    void believesNothing_thatTwoMayHaveSent() {
        var one = Wish.aMessage();
        var other = one.elsewhere();
        var both = new CountDownLatch(2);
        provider.answers(_ -> {
            both.countDown();
            return FakeProvider.after(both, new Answer.Unknown(null));
        });
        provider.looks((_, _) -> found("SM" + one.message()));

        lab.start(QUICK).plan(one, other);

        awaitGivenUp(one);
        awaitGivenUp(other);
    }

    @Test
    void doesNotTake_whatMayBeOfOneThatWasGivenUp() {
        var givenUp = Wish.aMessage();
        var lost = givenUp.elsewhere();
        var instance = givingUp(givenUp);

        provider.looks((_, _) -> found("SM" + givenUp.message()));
        instance.plan(lost);

        awaitGivenUp(lost);
        assertThat(lab.told(lost)).hasSize(2).last().isInstanceOf(MessageFailed.class);
    }

    @Test
    void doesNotTake_whatMayBeOfOneThatWasGivenUp_thoughSubmittedLater() {
        var givenUp = Wish.aMessage();
        var lost = givenUp.elsewhere();
        var instance = givingUp(givenUp);
        lab.ages(givenUp, Duration.ofSeconds(-40));

        provider.looks((_, _) -> found("SM" + givenUp.message()));
        instance.plan(lost);

        awaitGivenUp(lost);
    }

    @Test
    void doesNotTake_whatAnotherBegins_whileTheProviderIsAsked() {
        var lost = Wish.aMessage();
        var sending = lost.elsewhere();
        var id = "SM" + sending.message();
        var hanging = answersLate(sending, new Answer.Accepted(id));
        var instance = lab.start(QUICK);
        provider.looks((_, _) -> {
            if (lab.rows(sending) == 0) {
                instance.plan(sending);
            }
            lab.awaitSubmitted(2);
            return found(id);
        });

        instance.plan(lost);
        awaitGivenUp(lost);
        hanging.countDown();

        lab.awaitState(sending, "accepted");
        assertThat(lab.column(sending, "provider_id")).isEqualTo(id);
    }

    @Test
    void doesNotTake_aRefusalThatMayBeOfOneThatWasRefused() {
        var refused = Wish.aMessage();
        var lost = refused.elsewhere();
        var instance = refusing(refused);
        provider.looks((_, _) -> new Look.Found(List.of(refusal("SM" + refused.message()))));

        instance.plan(lost);

        awaitGivenUp(lost);
    }

    @Test
    void believesWhatWasTaken_thoughOneLikeItWasRefused() {
        var refused = Wish.aMessage();
        var lost = refused.elsewhere();
        var instance = refusing(refused);
        var taken = new Candidate("SM" + lost.message(), null, null);
        provider.looks((_, _) -> new Look.Found(List.of(refusal("SM" + refused.message()), taken)));

        instance.plan(lost);

        lab.awaitState(lost, "accepted");
        assertThat(lab.column(lost, "provider_id")).isEqualTo("SM" + lost.message());
    }

    @Test
    void believesARefusal_whenNothingLikeItWasRefused() {
        var refused = Wish.aMessage();
        var lost = refused.elsewhere().saying("Good-bye");
        var instance = refusing(refused);
        provider.looks((_, _) -> new Look.Found(List.of(refusal("SM" + lost.message()))));

        instance.plan(lost);

        lab.awaitState(lost, "rejected");
    }

    @Test
    void forgetsALetterAtOnce_ofWhichNobodyCanAsk() {
        var letter = Wish.aMessage().on(Medium.EMAIL);
        provider.answers(_ -> new Answer.Unknown(null));

        lab.start(QUICK).plan(letter);

        awaitGivenUp(letter);
        assertThat(lab.isForgotten(letter)).isTrue();
    }

    @Test
    void doesNotTake_whatMayBeOfOneThatWasGivenUp_andIsForgotten() {
        var forgotten = Wish.aMessage();
        var lost = forgotten.elsewhere().saying("Good-bye");
        var instance = givingUp(forgotten);
        lab.forget(forgotten);

        provider.looks((_, _) -> found("SM" + forgotten.message()));
        instance.plan(lost);

        awaitGivenUp(lost);
    }

    @Test
    void believesWhatItFinds_whenTheOneThatWasGivenUpSaidSomethingElse_orToAnother() {
        var lost = Wish.aMessage();
        var toAnother = lost.elsewhere().to("+15005550011");
        var inOtherWords = lost.elsewhere().saying("Good-bye");
        var instance = givingUp(toAnother, inOtherWords);

        provider.looks((effect, _) -> found("SM" + effect.subjectId()));
        instance.plan(lost);

        lab.awaitState(lost, "accepted");
    }

    @Test
    void forgetsWhatWasGivenUp_whenNothingOfItsTimeIsOpenAnyMore() {
        var earlier = Wish.aMessage();
        var givenUp = Wish.aMessage();
        var open = Wish.aMessage();
        var hanging = answersLate(open, FakeProvider.accepted());
        lab.start("sweep=20ms", "look-waits=50ms", "gauges=20ms").plan(earlier, givenUp, open);
        lab.awaitSubmitted(3);
        awaitGivenUp(earlier);
        awaitGivenUp(givenUp);
        assertThat(lab.isForgotten(earlier)).isFalse();

        lab.ages(open, Duration.ofMinutes(4));
        lab.ages(givenUp, Duration.ofMinutes(5));
        lab.ages(earlier, Duration.ofMinutes(6));
        lab.awaitForgotten(earlier);
        assertThat(lab.isForgotten(givenUp)).isFalse();

        hanging.countDown();
        lab.awaitForgotten(givenUp);
        lab.awaitState(open, "accepted");
    }

    @Test
    void believesWhatItFinds_whenTheOneThatWasGivenUpIsLongPast_orOfAnotherSender() {
        var longPast = Wish.aMessage();
        var lost = longPast.elsewhere();
        var ofAnother = Wish.aMessage();
        var instance = givingUp(longPast, ofAnother);
        lab.ages(longPast, Duration.ofMinutes(5));

        provider.looks((effect, _) -> found("SM" + effect.subjectId()));
        instance.plan(lost);

        lab.awaitState(lost, "accepted");
    }

    @Test
    void doesNotTake_whatAnotherIsSending() {
        var lost = Wish.aMessage();
        var sending = lost.elsewhere();
        var id = "SM" + sending.message();
        var hanging = answersLate(sending, new Answer.Accepted(id));
        provider.looks((_, _) -> found(id));

        var instance = lab.start(QUICK);
        instance.plan(sending);
        lab.awaitSubmitted(1);
        instance.plan(lost);
        awaitGivenUp(lost);
        hanging.countDown();

        lab.awaitState(sending, "accepted");
        assertThat(lab.column(sending, "provider_id")).isEqualTo(id);
        assertThat(lab.told(lost)).hasSize(2).last().isInstanceOf(MessageFailed.class);
    }

    @Test
    void believesWhatItFinds_thoughOthersAreOpen_toOtherPeopleOrInOtherWords() {
        var lost = Wish.aMessage();
        var toAnother = lost.elsewhere().to("+15005550011");
        var inOtherWords = lost.elsewhere().saying("Good-bye");
        provider.answers(_ -> new Answer.Unknown(null));
        provider.looks((effect, _) -> found("SM" + effect.subjectId()));

        lab.start(QUICK).plan(lost, toAnother, inOtherWords);

        lab.awaitState(lost, "accepted");
        lab.awaitState(toAnother, "accepted");
        lab.awaitState(inOtherWords, "accepted");
    }

    @Test
    void hearsALateAnswer() {
        var wish = Wish.aMessage();
        var hanging = new CountDownLatch(1);
        provider.answers(_ -> FakeProvider.after(hanging, FakeProvider.accepted()));
        lab.start(QUICK).plan(wish);
        lab.awaitSubmitted(1);

        lab.lapse(wish);
        lab.awaitState(wish, "unknown");
        hanging.countDown();
        lab.awaitState(wish, "accepted");

        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(lab.told(wish))
                .hasExactlyElementsOfTypes(MessageUnknown.class, MessageAccepted.class);
    }

    /** An instance that has sent these, and nobody will ever say what became of them. */
    private Instance givingUp(Wish... wishes) {
        provider.answers(_ -> new Answer.Unknown(null));
        var instance = lab.start(QUICK);
        instance.plan(wishes);
        for (var wish : wishes) {
            awaitGivenUp(wish);
        }
        return instance;
    }

    /** It is looked for in vain; the third look comes only when the first was not believed. */
    private void awaitGivenUp(Wish wish) {
        lab.awaitLooks(wish, 3);
        lab.deadlinePasses(wish);
        lab.awaitState(wish, "outcome_unknown");
    }

    /** That one is answered when the latch is opened, others never. */
    private CountDownLatch answersLate(Wish wish, Answer answer) {
        var hanging = new CountDownLatch(1);
        provider.answers(effect ->
                effect.subjectId().equals(wish.message())
                        ? FakeProvider.after(hanging, answer)
                        : new Answer.Unknown(null));
        return hanging;
    }

    /** An instance of which the provider has refused that one, and answers nothing to others. */
    private Instance refusing(Wish wish) {
        provider.answers(effect ->
                effect.subjectId().equals(wish.message())
                        ? new Answer.Refused(ReasonCode.RECIPIENT_INVALID, "21211")
                        : new Answer.Unknown(null));
        var instance = lab.start(QUICK);
        instance.plan(wish);
        lab.awaitState(wish, "rejected");
        return instance;
    }

    private static Candidate refusal(String id) {
        return new Candidate(id, ReasonCode.RECIPIENT_INVALID, "21211");
    }

    private static Look found(String... ids) {
        return new Look.Found(Arrays.stream(ids).map(id -> new Candidate(id, null, null)).toList());
    }
}
