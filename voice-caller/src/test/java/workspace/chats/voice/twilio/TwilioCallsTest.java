package workspace.chats.voice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Dial;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Answer;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.Look;
import workspace.chats.messaging.effect.LookWindow;
import workspace.chats.messaging.effect.Medium;
import workspace.chats.twilio.TwilioApi;
import workspace.chats.twilio.TwilioAutoConfiguration;
import workspace.chats.twilio.TwilioCodes;

class TwilioCallsTest {

    private static final String TO = "+15005550009";
    private static final String FROM = "+15005550006";
    private static final Instant SUBMITTED = Instant.parse("2026-11-22T10:15:30.700Z");
    private static final String CREATED = "Sun, 22 Nov 2026 10:15:30 +0000";
    private static final String A_MINUTE_EARLIER = "Sun, 22 Nov 2026 10:14:30 +0000";

    private FakeTwilio twilio;

    @BeforeEach
    void start() throws IOException {
        twilio = new FakeTwilio();
    }

    @AfterEach
    void stop() {
        twilio.close();
    }

    @Test
    void placesACallByOneRequest_withTheGreetingAndNothingPersonal() {
        assertThat(submit(new Dial(TO, FROM)))
                .isInstanceOfSatisfying(
                        Answer.Accepted.class,
                        accepted -> assertThat(accepted.providerId()).startsWith("CA"));

        assertThat(twilio.postsTo(TO))
                .containsExactly(
                        Map.of(
                                "To",
                                TO,
                                "From",
                                FROM,
                                "Timeout",
                                "25",
                                "Twiml",
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                                        + "<Response><Say>Hello</Say></Response>"));
    }

    @Test
    void isRefusedForGood_inOurWordsOnly() {
        twilio.does(FakeTwilio.refusing(400, 21211));

        assertThat(submit(new Dial(TO, FROM)))
                .isEqualTo(new Answer.Refused(ReasonCode.RECIPIENT_INVALID, "21211"));
    }

    @Test
    void failedAsACall_whenTwilioRefusesWithACodeThatNobodyKnows() {
        twilio.does(FakeTwilio.refusing(400, 99_999));

        assertThat(submit(new Dial(TO, FROM)))
                .isEqualTo(new Answer.Refused(ReasonCode.CALL_FAILED, "99999"));
    }

    @Test
    void mayBeTriedAgain_whenTwilioTakesNoMoreForNow() {
        twilio.does(FakeTwilio.refusing(429, 20429));

        assertThat(submit(new Dial(TO, FROM)))
                .isEqualTo(new Answer.NotSent(ReasonCode.PROVIDER_THROTTLED, "20429"));
    }

    @Test
    void mayBeTriedAgain_whenNobodyListens() {
        twilio.close();

        assertThat(submit(new Dial(TO, FROM)))
                .isEqualTo(new Answer.NotSent(ReasonCode.PROVIDER_UNAVAILABLE, null));
    }

    @Test
    void isUnknownAfterOneRequest_whenTheLineDropsBeforeTheAnswer() {
        twilio.does(FakeTwilio.TAKEN_IN_SILENCE);

        assertThat(submit(new Dial(TO, FROM))).isEqualTo(new Answer.Unknown(null));
        assertThat(twilio.postsTo(TO)).hasSize(1);
    }

    @Test
    void isUnknownAfterOneRequest_whenTwilioBreaks() {
        twilio.does(FakeTwilio.refusing(503, 20503));

        assertThat(submit(new Dial(TO, FROM))).isInstanceOf(Answer.Unknown.class);
        assertThat(twilio.postsTo(TO)).hasSize(1);
    }

    @Test
    void ringsNowhere_whenTheEventNamesNoNumbers() {
        assertThat(submit(null)).isInstanceOf(Answer.Refused.class);
        assertThat(twilio.postsTo(TO)).isEmpty();
    }

    @Test
    void findsTheOneCallOfTheWindow_andAsksForTheseTwoNumbersOnly() {
        twilio.lists(TO, "CAearlier", "completed", A_MINUTE_EARLIER)
                .lists(TO, "CAours", "queued", CREATED);

        assertThat(look()).isEqualTo(found(taken("CAours")));
        assertThat(twilio.looks())
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked).containsEntry("To", TO).containsEntry("From", FROM));
        assertThat(twilio.postsTo(TO)).isEmpty();
    }

    @Test
    void countsABusyLineAsPlaced() {
        twilio.lists(TO, "CAours", "busy", CREATED);
        assertThat(look()).isEqualTo(found(taken("CAours")));
    }

    @Test
    void findsThatTheCallFailed() {
        twilio.lists(TO, "CAours", "failed", CREATED);

        assertThat(look())
                .isEqualTo(found(new Look.Candidate("CAours", ReasonCode.CALL_FAILED, null)));
    }

    @Test
    void leavesTheChoiceToTheLedger_whenTwoCallsCouldBeOurs() {
        twilio.lists(TO, "CAone", "queued", CREATED).lists(TO, "CAtwo", "queued", CREATED);

        assertThat(look()).isEqualTo(found(taken("CAone"), taken("CAtwo")));
    }

    @Test
    void findsNothing_whenOnlyOlderCallsAreThere() {
        twilio.lists(TO, "CAearlier", "completed", A_MINUTE_EARLIER);

        assertThat(look()).isEqualTo(found());
    }

    @Test
    void findsNothing_whenTwilioCannotBeAsked() {
        twilio.lists(TO, "CAours", "queued", CREATED).close();

        assertThat(look()).isEqualTo(found());
    }

    private static Look found(Look.Candidate... candidates) {
        return new Look.Found(List.of(candidates));
    }

    private static Look.Candidate taken(String sid) {
        return new Look.Candidate(sid, null, null);
    }

    private Answer submit(@Nullable Dial dial) {
        var answer = new Answer[1];
        with(calls -> answer[0] = calls.submit(effect(), content(dial)));
        return answer[0];
    }

    private Look look() {
        var look = new Look[1];
        var window = new LookWindow(SUBMITTED, SUBMITTED.plusSeconds(12));
        with(calls -> look[0] = calls.look(effect(), content(new Dial(TO, FROM)), window));
        return look[0];
    }

    private void with(Consumer<TwilioCalls> action) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TwilioAutoConfiguration.class))
                .withBean(SimpleMeterRegistry.class)
                .withPropertyValues(
                        "workspace.twilio.base-url=" + twilio.url(),
                        "workspace.twilio.account-sid=ACtest",
                        "workspace.twilio.auth-token=token")
                .run(context -> action.accept(calls(context)));
    }

    private static TwilioCalls calls(ApplicationContext context) {
        return new TwilioCalls(
                context.getBean(TwilioApi.class),
                context.getBean(TwilioCodes.class),
                new VoiceSettings("Hello", Duration.ofSeconds(25)));
    }

    private static Confidential content(@Nullable Dial dial) {
        return new Confidential("Blood results", Map.of("who", "Ada"), null, dial);
    }

    private static Effect effect() {
        return new Effect(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                Medium.CALL,
                UUID.randomUUID(),
                SUBMITTED.plusSeconds(3600),
                false,
                1);
    }
}
