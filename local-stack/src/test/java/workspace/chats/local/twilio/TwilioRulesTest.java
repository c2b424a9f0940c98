package workspace.chats.local.twilio;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.local.twilio.Simulator.ACCOUNT;
import static workspace.chats.local.twilio.Simulator.PATIENT;
import static workspace.chats.local.twilio.Simulator.US;
import static workspace.chats.local.twilio.Simulator.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulator refuses, as Twilio documents it. A refusal leaves nothing in the journal. */
class TwilioRulesTest {

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

    @ParameterizedTest
    @CsvSource({
        "To, '', 21604",
        "To, 4155550100, 21211",
        "To, +0155550100, 21211",
        "To, +15005550001, 21211",
        "To, +15005550002, 21612",
        "To, +15005550003, 21408",
        "To, +15005550004, 21610",
        "To, +15005550009, 21614",
        "To, +15005550006, 21266",
        "From, '', 21603",
        "From, Clinic, 21212",
        "From, +15005550001, 21212",
        "From, +15005550007, 21606",
        "From, +15005550008, 21611",
        "Body, '', 21602",
        "ValidityPeriod, 0, 21624",
        "ValidityPeriod, 36001, 21624",
        "StatusCallback, nowhere, 21609",
        "MessagingServiceSid, MG0, 21701"
    })
    void refusesAMessage(String parameter, String value, int code) throws Exception {
        var form = new HashMap<>(Map.of("To", PATIENT, "From", US, "Body", "Hello"));
        form.put(parameter, value);
        assertRefused(twilio.create("Messages", form), code);
    }

    @Test
    void takesOnlySixteenHundredCharacters() throws Exception {
        assertThat(twilio.create("Messages", letter("😀".repeat(1600))).statusCode())
                .isEqualTo(201);
        twilio.control("reset", "");
        assertRefused(twilio.create("Messages", letter("x".repeat(1601))), 21617);
    }

    @ParameterizedTest
    @CsvSource({
        "To, '', 21201",
        "To, 4155550100, 21211",
        "To, +15005550001, 21217",
        "To, +15005550002, 21214",
        "To, +15005550003, 21215",
        "To, +15005550004, 21216",
        "From, '', 21213",
        "From, +15005550001, 21212",
        "Twiml, '', 21205",
        "Url, ftp://x, 21205",
        "Timeout, 601, 21208",
        "Method, PUT, 21209",
        "ApplicationSid, AP0, 21218"
    })
    void refusesACall(String parameter, String value, int code) throws Exception {
        var form = new HashMap<>(Map.of("To", PATIENT, "From", US, "Twiml", "<Response/>"));
        form.put(parameter, value);
        assertRefused(twilio.create("Calls", form), code);
    }

    @Test
    void takesABodyThatLooksLikeNothing() throws Exception {
        twilio.create("Messages", letter("null"));
        assertThat(twilio.journal().at("/messages/0/body").asString()).isEqualTo("null");
    }

    @Test
    void sendsNothingToWhoeverSaidStop_untilTheySayStart() throws Exception {
        handset(" stop ");
        assertRefused(twilio.text(PATIENT), 21610);
        twilio.restart();
        assertRefused(twilio.text(PATIENT), 21610);
        handset("START");
        assertThat(twilio.text(PATIENT).statusCode()).isEqualTo(201);
    }

    @Test
    void doesNotTakeASentenceForAStop() throws Exception {
        handset("Please stop by at ten");
        assertThat(twilio.text(PATIENT).statusCode()).isEqualTo(201);
    }

    @Test
    void saysWhatAHandsetsTextNeeds() throws Exception {
        var answer = twilio.send(twilio.request("/_sim/inbound").POST(ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).isEqualTo("from, to and body are needed");
    }

    @Test
    void asksForItsAccountsCredentials() throws Exception {
        var path = "/2010-04-01/Accounts/" + ACCOUNT.sid() + "/Messages.json";
        var answer = twilio.get(path, new Account(ACCOUNT.sid(), "wrong"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("code").asInt()).isEqualTo(20003);
        assertThat(twilio.get(path, ACCOUNT).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/2010-04-01/Accounts/AC1/Messages.json",
        "/2010-04-01/Accounts/AC00000000000000000000000000000000/Faxes.json",
        "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/SM1.json",
        "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages"
    })
    void knowsNothingElse(String path) throws Exception {
        var answer = twilio.get(path, ACCOUNT);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("code").asInt()).isEqualTo(20404);
    }

    private void handset(String words) throws Exception {
        twilio.control(
                "inbound",
                "{\"from\":\"%s\",\"to\":\"%s\",\"body\":\"%s\"}".formatted(PATIENT, US, words));
    }

    private static Map<String, String> letter(String body) {
        return Map.of("To", PATIENT, "From", US, "Body", body);
    }

    private void assertRefused(HttpResponse<String> answer, int code) throws Exception {
        assertThat(json(answer).path("code").asInt()).isEqualTo(code);
        assertThat(json(answer).path("status").asInt()).isEqualTo(400);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(twilio.journal().path("messages")).isEmpty();
        assertThat(twilio.journal().path("calls")).isEmpty();
    }
}
