package workspace.chats.local.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workspace.chats.local.twilio.Simulator.PATIENT;
import static workspace.chats.local.twilio.Simulator.US;
import static workspace.chats.local.twilio.Simulator.json;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Faults on demand: what the client sees, and whether a phone received something all the same. */
class TwilioFaultsTest {

    @TempDir private Path home;
    private Simulator twilio;

    @BeforeEach
    void start() throws IOException {
        twilio = new Simulator(home);
    }

    @AfterEach
    void stop() {
        twilio.close();
    }

    @Test
    void answersWithAnError_andSendsNothing() throws Exception {
        fault("\"mode\":\"status\",\"status\":429");

        var answer = twilio.text(PATIENT);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(json(answer).path("code").asInt()).isEqualTo(20429);
        assertThat(texts()).isEmpty();
    }

    @Test
    void fallsSilent_andSendsNothing() throws Exception {
        fault("\"mode\":\"hang\",\"delayMs\":60000");
        assertThatThrownBy(() -> twilio.textInHaste(PATIENT))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(texts()).isEmpty();
    }

    @Test
    void resets_andSendsNothing() throws Exception {
        fault("\"mode\":\"reset\"");
        assertThatThrownBy(() -> twilio.text(PATIENT)).isInstanceOf(IOException.class);
        assertThat(texts()).isEmpty();
    }

    @Test
    void cutsTheConnection_butSends() throws Exception {
        fault("\"mode\":\"dropAfterAccept\"");
        assertThatThrownBy(() -> twilio.text(PATIENT)).isInstanceOf(IOException.class);
        assertThat(texts()).hasSize(1);
    }

    @Test
    void fallsSilent_butSends() throws Exception {
        fault("\"mode\":\"hangAfterAccept\",\"delayMs\":60000");
        assertThatThrownBy(() -> twilio.textInHaste(PATIENT))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(texts()).hasSize(1);
    }

    @Test
    void answersWithAnError_butSends() throws Exception {
        fault("\"mode\":\"statusAfterAccept\",\"status\":500");
        assertThat(twilio.text(PATIENT).statusCode()).isEqualTo(500);
        assertThat(texts()).hasSize(1);
    }

    @Test
    void inRoughWeatherSpoilsItsShare_ofCallsToo() throws Exception {
        twilio.control(
                "weather",
                "{\"seed\":1,\"shares\":[{\"percent\":30,\"mode\":\"status\",\"status\":429},"
                        + "{\"percent\":10,\"mode\":\"statusAfterAccept\",\"status\":500}]}");
        var answers = new ArrayList<Integer>();
        for (int i = 0; i < 200; i++) {
            answers.add(twilio.text(PATIENT).statusCode());
        }

        assertThat(Collections.frequency(answers, 429)).isBetween(40, 80);
        assertThat(Collections.frequency(answers, 500)).isBetween(8, 34);
        assertThat(texts()).hasSize(200 - Collections.frequency(answers, 429));
        twilio.control(
                "weather", "{\"seed\":1,\"shares\":[{\"percent\":100,\"mode\":\"status\"}]}");
        assertThat(twilio.call(PATIENT).statusCode()).isEqualTo(503);
        twilio.control("weather", "{\"seed\":1,\"shares\":[]}");
        assertThat(twilio.call(PATIENT).statusCode()).isEqualTo(201);
    }

    @Test
    void tellsWhatTheWeatherDid() throws Exception {
        twilio.control(
                "weather",
                "{\"seed\":1,\"shares\":[{\"percent\":100,\"mode\":\"status\"},"
                        + "{\"percent\":0,\"mode\":\"reset\"}]}");
        twilio.text(PATIENT);
        twilio.text(PATIENT);
        twilio.call(PATIENT);

        assertThat(twilio.weather().valueStream().map(JsonNode::toString))
                .containsExactly(
                        seen("Calls", "status", 100, 1, 1),
                        seen("Calls", "reset", 0, 0, 1),
                        seen("Messages", "status", 100, 2, 2),
                        seen("Messages", "reset", 0, 0, 2));
    }

    private static String seen(String of, String fault, int percent, int drawn, int asked) {
        return "{\"of\":\"%s\",\"fault\":\"%s\",\"percent\":%d,\"drawn\":%d,\"asked\":%d}"
                .formatted(of, fault, percent, drawn, asked);
    }

    @Test
    void answersLate_butSendsAtOnce() throws Exception {
        fault("\"mode\":\"delay\",\"delayMs\":300");
        var before = System.nanoTime();

        assertThat(twilio.text(PATIENT).statusCode()).isEqualTo(201);

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThan(Duration.ofMillis(299));
        assertThat(texts()).hasSize(1);
    }

    @Test
    void happensAsOftenAsAsked_toTheResourceAsked() throws Exception {
        fault("\"mode\":\"status\",\"times\":2");
        assertThat(twilio.call(PATIENT).statusCode()).isEqualTo(201);
        assertThat(twilio.text(PATIENT).statusCode()).isEqualTo(503);
        assertThat(twilio.text(PATIENT).statusCode()).isEqualTo(503);
        assertThat(twilio.text(PATIENT).statusCode()).isEqualTo(201);
    }

    @Test
    void remembersWhatPhonesReceived_acrossARestart() throws Exception {
        var at = twilio.clock.millis();
        var text = json(twilio.text(PATIENT)).path("sid").asString();
        var call = json(twilio.call(PATIENT)).path("sid").asString();

        twilio.restart();

        assertThat(texts().path(0).toString())
                .isEqualTo(
                        "{\"sid\":\"%s\",\"to\":\"%s\",\"from\":\"%s\",\"body\":\"Hello\",\"at\":%d}",
                        text, PATIENT, US, at);
        assertThat(twilio.journal().at("/calls/0").toString())
                .isEqualTo(
                        "{\"sid\":\"%s\",\"to\":\"%s\",\"from\":\"%s\",\"at\":%d}",
                        call, PATIENT, US, at);
    }

    @Test
    void forgetsEverything_whenReset() throws Exception {
        twilio.text(PATIENT);
        twilio.call(PATIENT);
        fault("\"mode\":\"status\"");

        twilio.control("reset", "");

        assertThat(texts()).isEmpty();
        assertThat(twilio.journal().path("calls")).isEmpty();
        assertThat(twilio.text(PATIENT).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'resource':'Faxes','mode':'reset'} | resource must be Messages or Calls",
                "{'resource':'Messages'} | mode must be one of status, hang, dropAfterAccept,"
                        + " hangAfterAccept, statusAfterAccept, delay, reset",
                "{'resource':'Messages','mode':'reset','times':0} | times must be at least 1",
                "{'resource':'Messages','mode':'status','status':200} | status must be that of an"
                        + " error",
                "{'resource':'Messages','mode':'reset','tiems':1} | the body is not Fault as JSON",
                "no json | the body is not Fault as JSON"
            })
    void saysWhatIsWrongWithAFault(String fault, String words) throws Exception {
        var answer =
                twilio.send(
                        twilio.request("/_sim/faults")
                                .POST(BodyPublishers.ofString(fault.replace('\'', '"'))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).isEqualTo(words);
    }

    private void fault(String members) throws Exception {
        twilio.control("faults", "{\"resource\":\"Messages\"," + members + "}");
    }

    private JsonNode texts() throws Exception {
        return twilio.journal().path("messages");
    }
}
