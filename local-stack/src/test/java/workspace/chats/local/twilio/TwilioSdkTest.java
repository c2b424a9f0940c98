package workspace.chats.local.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workspace.chats.local.twilio.Simulator.PATIENT;
import static workspace.chats.local.twilio.Simulator.US;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twilio's own SDK takes the simulator for Twilio. */
class TwilioSdkTest {

    @TempDir private Path home;
    private Simulator simulator;
    private TwilioRestClient twilio;

    @BeforeEach
    void start() throws IOException {
        simulator = new Simulator(home);
        twilio = simulator.sdk();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void deliversAMessageByAndBy() {
        var queued = text("Good morning ☀");
        assertThat(queued.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(queued.getSid()).matches("SM[0-9a-f]{32}");
        assertThat(queued.getBody()).isEqualTo("Good morning ☀");
        assertThat(queued.getDateCreated()).isEqualTo("2026-11-22T17:00:00Z");
        assertThat(queued.getDateSent()).isNull();

        simulator.clock.advance(Duration.ofSeconds(2));

        var delivered = Message.fetcher(queued.getSid()).fetch(twilio);
        assertThat(delivered.getStatus()).isEqualTo(Message.Status.DELIVERED);
        assertThat(delivered.getDateSent()).isEqualTo("2026-11-22T17:00:00Z");
        assertThat(delivered.getErrorCode()).isNull();
        assertThat(delivered.getFrom()).isEqualTo(new PhoneNumber(US));
        assertThat(delivered.getTo()).isEqualTo(PATIENT);
    }

    @Test
    void ringsAndCompletesACallByAndBy() {
        var queued =
                Call.creator(
                                new PhoneNumber(PATIENT),
                                new PhoneNumber(US),
                                new Twiml("<Response/>"))
                        .create(twilio);
        assertThat(queued.getStatus()).isEqualTo(Call.Status.QUEUED);
        assertThat(queued.getSid()).matches("CA[0-9a-f]{32}");

        assertThat(statusAfter(Duration.ofSeconds(1), queued)).isEqualTo(Call.Status.RINGING);
        assertThat(statusAfter(Duration.ofSeconds(1), queued)).isEqualTo(Call.Status.IN_PROGRESS);
        assertThat(statusAfter(Duration.ofSeconds(9), queued)).isEqualTo(Call.Status.COMPLETED);
    }

    @Test
    void neverGivesTheSameSidTwice() {
        assertThat(text("same").getSid()).isNotEqualTo(text("same").getSid());
    }

    @Test
    void findsAMessageByItsNumbersAndTheDayOrSecondItWasSent() {
        text("wanted");
        simulator.clock.advance(Duration.ofSeconds(90));
        var sent = ZonedDateTime.of(2026, 11, 22, 17, 0, 0, 0, ZoneOffset.UTC);

        assertThat(found(between().setDateSentAfter(sent))).isEqualTo(1);
        assertThat(found(between().setDateSentAfter(sent.plusSeconds(1)))).isZero();
        assertThat(found(between().setDateSentBefore(sent))).isEqualTo(1);
        assertThat(found(between().setDateSentBefore(sent.minusSeconds(1)))).isZero();
        assertThat(found(between().setDateSent(sent))).isEqualTo(1);
        assertThat(found(between().setDateSent(sent.plusSeconds(1)))).isZero();
        assertThat(found(Message.reader().setTo("+14155550199"))).isZero();
        assertThat(found(Message.reader().setFrom("+14155550199"))).isZero();
    }

    @Test
    void doesNotFindByDate_whatIsNotYetSent() {
        text("still queued");
        var yesterday = simulator.clock.instant().atZone(ZoneOffset.UTC).minusDays(1);
        assertThat(found(between().setDateSentAfter(yesterday))).isZero();
        assertThat(found(between())).isEqualTo(1);
    }

    @Test
    void findsACallByItsNumbersStatusAndTime() {
        Call.creator(new PhoneNumber(PATIENT), new PhoneNumber(US), new Twiml("<Response/>"))
                .create(twilio);
        simulator.clock.advance(Duration.ofSeconds(1));
        var today = simulator.clock.instant().atZone(ZoneOffset.UTC).minusMinutes(1);

        assertThat(
                        Call.reader()
                                .setTo(PATIENT)
                                .setFrom(US)
                                .setStatus(Call.Status.RINGING)
                                .setStartTimeAfter(today)
                                .read(twilio))
                .hasSize(1);
        assertThat(Call.reader().setTo(PATIENT).setStatus(Call.Status.COMPLETED).read(twilio))
                .isEmpty();
    }

    @Test
    void readsThroughEveryPage_newestFirst() {
        IntStream.range(0, 7).forEach(number -> text("number " + number));
        var bodies =
                StreamSupport.stream(between().pageSize(3).read(twilio).spliterator(), false)
                        .map(Message::getBody);
        assertThat(bodies)
                .containsExactly(
                        "number 6",
                        "number 5",
                        "number 4",
                        "number 3",
                        "number 2",
                        "number 1",
                        "number 0");
    }

    @Test
    void refusesInTwiliosWords() {
        assertThatThrownBy(() ->
                        Message.creator(new PhoneNumber("+15005550001"), new PhoneNumber(US), "x")
                                .create(twilio))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> {
                            assertThat(refused.getCode()).isEqualTo(21211);
                            assertThat(refused.getStatusCode()).isEqualTo(400);
                            assertThat(refused.getMoreInfo()).endsWith("/21211");
                        });
    }

    private Message text(String body) {
        return Message.creator(new PhoneNumber(PATIENT), new PhoneNumber(US), body).create(twilio);
    }

    private static MessageReader between() {
        return Message.reader().setTo(PATIENT).setFrom(US);
    }

    private long found(MessageReader reader) {
        return StreamSupport.stream(reader.read(twilio).spliterator(), false).count();
    }

    private Call.Status statusAfter(Duration time, Call call) {
        simulator.clock.advance(time);
        return Call.fetcher(call.getSid()).fetch(twilio).getStatus();
    }
}
