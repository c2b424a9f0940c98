package workspace.chats.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import workspace.chats.dispatch.FakeTwilio;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Answer;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.Look;
import workspace.chats.messaging.effect.LookWindow;
import workspace.chats.messaging.effect.Medium;
import workspace.chats.twilio.TwilioApi;
import workspace.chats.twilio.TwilioAutoConfiguration;
import workspace.chats.twilio.TwilioCodes;

class TwilioSmsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.400Z");
    private static final String TO = "+15005550009";
    private static final String FROM = "+15005550006";
    private static final String TEXT = "Your results are ready";
    private static final Map<String, String> FORM = Map.of("To", TO, "From", FROM, "Body", TEXT);

    private final Map<String, Instant> optedOut = new HashMap<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
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
    void sendsTheLetter_whileItIsUseful() {
        assertThat(submit(effect(NOW.plusSeconds(90)))).isInstanceOf(Answer.Accepted.class);

        assertThat(twilio.requestsTo(TO))
                .containsExactly(
                        Map.of("To", TO, "From", FROM, "Body", TEXT, "ValidityPeriod", "90"));
    }

    @Test
    void neverAsksForMoreThanTwilioAllows() {
        submit(effect(NOW.plusSeconds(100_000)));

        assertThat(twilio.requestsTo(TO).getFirst()).containsEntry("ValidityPeriod", "36000");
    }

    @Test
    void sendsNothing_inTheLastSecond() {
        assertThat(submit(effect(NOW.plusMillis(999))))
                .isEqualTo(new Answer.NotSent(ReasonCode.MESSAGE_EXPIRED, null));
        assertThat(twilio.requestsTo(TO)).isEmpty();
    }

    @Test
    void sendsNothing_withoutALetter() {
        Answer answer = withSms(sms -> sms.submit(effect(NOW.plusSeconds(90)), content(null)));

        assertThat(answer).isEqualTo(new Answer.Refused(ReasonCode.DISPATCH_FAILED, null));
        assertThat(twilio.requestsTo(TO)).isEmpty();
    }

    @Test
    void isRefused_inOurWords() {
        twilio.does(FakeTwilio.refusing(400, 21211));

        assertThat(submit(effect(NOW.plusSeconds(90))))
                .isEqualTo(new Answer.Refused(ReasonCode.RECIPIENT_INVALID, "21211"));
        assertThat(optedOut).isEmpty();
    }

    @Test
    void passesOn_thatARecipientHasOptedOut() {
        twilio.does(FakeTwilio.refusing(400, 21610));

        assertThat(submit(effect(NOW.plusSeconds(90))))
                .isEqualTo(new Answer.Refused(ReasonCode.RECIPIENT_OPTED_OUT, "21610"));
        assertThat(optedOut).containsExactly(Map.entry(TO, NOW));
    }

    @Test
    void passesOn_whatOnlyALookTellsOfAnOptOut() {
        var created = Instant.parse("2026-11-22T10:15:25Z");
        var sid = twilio.take(FORM, "failed", 21610, created).sid();

        assertThat(look())
                .containsExactly(new Look.Candidate(sid, ReasonCode.RECIPIENT_OPTED_OUT, "21610"));
        assertThat(optedOut).containsExactly(Map.entry(TO, created));
    }

    @Test
    void passesNothingOn_whenALookFindsMoreThanOne() {
        twilio.take(FORM, "failed", 21610, NOW);
        twilio.take(FORM, "queued", null, NOW);

        assertThat(look()).hasSize(2);
        assertThat(optedOut).isEmpty();
    }

    @Test
    void passesNothingOn_whenALookFindsAnotherFailure() {
        twilio.take(FORM, "failed", 30007, NOW);

        assertThat(look()).hasSize(1);
        assertThat(optedOut).isEmpty();
    }

    @Test
    void isTaken_whenItsStatusIsNewToUs_whichIsCounted() {
        twilio.does((fake, form, exchange) -> {
            var message = fake.take(form, "hovering", null, NOW);
            FakeTwilio.answer(exchange, 201, message.json());
        });

        assertThat(submit(effect(NOW.plusSeconds(90)))).isInstanceOf(Answer.Accepted.class);
        assertThat(meters.counter("workspace.twilio.statuses.unlisted", "of", "message").count())
                .isOne();
    }

    @Test
    void isRefusedWithTheDefault_whenItsCodeIsNewToUs_whichIsCounted() {
        var sid = new AtomicReference<String>();
        twilio.does((fake, form, exchange) -> {
            var message = fake.take(form, "failed", 39999, NOW);
            sid.set(message.sid());
            FakeTwilio.answer(exchange, 201, message.json());
        });

        assertThat(submit(effect(NOW.plusSeconds(90))))
                .isEqualTo(new Answer.Refused(ReasonCode.DELIVERY_FAILED, "39999", sid.get()));
        assertThat(meters.counter("workspace.twilio.codes.unlisted", "code", "39999").count())
                .isOne();
    }

    @Test
    void isRefused_whenTwilioGaveItUpAtOnce() {
        var sid = new AtomicReference<String>();
        twilio.does((fake, form, exchange) -> {
            var message = fake.take(form, "failed", 30007, NOW);
            sid.set(message.sid());
            FakeTwilio.answer(exchange, 201, message.json());
        });

        assertThat(submit(effect(NOW.plusSeconds(90))))
                .isEqualTo(new Answer.Refused(ReasonCode.MESSAGE_FILTERED, "30007", sid.get()));
    }

    @Test
    void doesNotKnow_whenTheLineDrops() {
        twilio.does(FakeTwilio.takingAndDropping());

        assertThat(submit(effect(NOW.plusSeconds(90)))).isEqualTo(new Answer.Unknown(null));
        assertThat(twilio.requestsTo(TO)).hasSize(1);
    }

    @Test
    void findsWhatTwilioTook_andSendsNothing() {
        var sid = twilio.take(FORM, "queued", null, NOW).sid();

        assertThat(look()).containsExactly(new Look.Candidate(sid, null, null));
        assertThat(twilio.looks())
                .containsExactly(Map.of("To", TO, "From", FROM, "PageSize", "100"));
        assertThat(twilio.requestsTo(TO)).isEmpty();
    }

    @Test
    void findsWhatTwilioTookAndCouldNotDeliver() {
        var sid = twilio.take(FORM, "undelivered", 30005, NOW).sid();
        var other = twilio.take(FORM, "failed", null, NOW).sid();

        assertThat(look())
                .containsExactlyInAnyOrder(
                        new Look.Candidate(sid, ReasonCode.RECIPIENT_INVALID, "30005"),
                        new Look.Candidate(other, ReasonCode.DELIVERY_FAILED, null));
    }

    @Test
    void findsNothing_ofAnotherTextOrAnotherTime() {
        twilio.take(Map.of("To", TO, "From", FROM, "Body", "other"), "queued", null, NOW);
        twilio.take(FORM, "queued", null, NOW.minusSeconds(12));
        twilio.take(FORM, "queued", null, NOW.plusSeconds(12));

        assertThat(look()).isEmpty();
    }

    @Test
    void findsNothing_whenTwilioCannotBeAsked() {
        twilio.close();

        assertThat(look()).isEmpty();
    }

    private Answer submit(Effect effect) {
        return withSms(sms -> sms.submit(effect, content(new Letter(TO, FROM, null, TEXT))));
    }

    private List<Look.Candidate> look() {
        var window = new LookWindow(NOW.minusSeconds(10), NOW.plusSeconds(10));
        var content = content(new Letter(TO, FROM, null, TEXT));
        var looked = withSms(sms -> sms.look(effect(NOW.plusSeconds(90)), content, window));
        return ((Look.Found) looked).candidates();
    }

    private <A> A withSms(Function<TwilioSms, A> use) {
        var answer = new AtomicReference<A>();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TwilioAutoConfiguration.class))
                .withBean(SimpleMeterRegistry.class, () -> meters)
                .withPropertyValues(
                        "workspace.twilio.base-url=" + twilio.url(),
                        "workspace.twilio.account-sid=ACtest",
                        "workspace.twilio.auth-token=secret")
                .run(context -> {
                    var answers = new SmsAnswers(context.getBean(TwilioCodes.class));
                    answer.set(use.apply(sms(context.getBean(TwilioApi.class), answers)));
                });
        return Objects.requireNonNull(answer.get());
    }

    private TwilioSms sms(TwilioApi api, SmsAnswers answers) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new TwilioSms(api, answers, (_, letter, at) -> optedOut.put(letter.to(), at), clock);
    }

    private static Confidential content(@Nullable Letter letter) {
        return new Confidential(null, Map.of(), letter, null);
    }

    private static Effect effect(Instant expiresAt) {
        var id = new UUID(0, 1);
        return new Effect(id, id, id, id, 1, Medium.SMS, id, expiresAt, false, 1);
    }
}
