package workspace.chats.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.dispatch.Eventually.eventually;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import workspace.chats.dispatch.Chats.Ids;
import workspace.chats.events.Channel;
import workspace.chats.events.ChatEvent.MessageRequest;
import workspace.chats.events.ChatEvent.RecipientOptedIn;
import workspace.chats.events.ChatEvent.RecipientOptedOut;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.DispatchEvent;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.DispatchEvent.OptOutReported;
import workspace.chats.events.EventType;
import workspace.chats.events.ReasonCode;
import workspace.chats.events.Sealed;
import workspace.chats.events.Topics;
import workspace.chats.messaging.inbox.ReceivedEvent;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TopicLog;

/** The whole service between a real Kafka, a real PostgreSQL and providers that misbehave. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "workspace.effects.retry-waits=50ms,50ms,50ms,50ms,50ms",
            "workspace.effects.look-waits=200ms",
            "logging.level.workspace.chats.messaging.effect.WritingTurn=debug"
        })
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext // a second instance would take what is meant for the next class's providers
class DispatchIT {

    private static final String FROM = "+15005550006";
    private static final String INBOX = "frontdesk@clinic.example";
    private static final String TEXT = "Secretword: your results are ready";
    private static final FakeTwilio TWILIO = start(FakeTwilio::new);
    private static final FakeSmtp SMTP = start(FakeSmtp::new);
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);
    private static final String ANY_NUMBER = "500555[0-9]{4}";

    private static final RecursiveComparisonConfiguration WHENEVER =
            RecursiveComparisonConfiguration.builder()
                    .withIgnoredFields("at")
                    .withStrictTypeChecking(true)
                    .build();

    private static Wire wire;

    private final Ids ids = Ids.fresh();
    private final String number = "+1500555" + NUMBERS.incrementAndGet();
    private final String mailbox = ids.chat() + "@patients.example";

    @Autowired Sealer sealer;
    @LocalServerPort int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Settings.register(registry, TWILIO.url().toString(), SMTP.port());
    }

    @BeforeAll
    static void connect() {
        wire = new Wire(Engines.kafkaBootstrap());
    }

    @AfterAll
    static void disconnect() throws IOException {
        wire.close();
        TWILIO.close();
        SMTP.close();
    }

    @Test
    void sendsOneSms_thoughTheEventCameThreeTimes() {
        var chat = chat(Channel.PHONE_SMS, false);
        wire.publish(chat);
        wire.publish(chat);
        wire.publish(chat);

        awaitNews(accepted(false));
        settle();
        assertThat(TWILIO.requestsTo(number)).hasSize(1);
        assertThat(TWILIO.requestsTo(number).getFirst())
                .containsEntry("From", FROM)
                .containsEntry("Body", TEXT)
                .containsKey("ValidityPeriod");
        assertThat(news()).hasSize(1);
    }

    /** To which the sender's next one keeps its distance. */
    @Test
    void notesWhenASmsHasLeft(CapturedOutput output) {
        wire.publish(chat(Channel.PHONE_SMS, false));

        awaitNews(accepted(false));
        assertThat(output.getOut().lines())
                .filteredOn(line -> line.endsWith("written to lane " + ids.sender()))
                .hasSize(1);
    }

    @Test
    void sendsOneEmail_thoughTheEventCameThreeTimes() {
        var chat = chat(Channel.EMAIL, false);
        wire.publish(chat);
        wire.publish(chat);
        wire.publish(chat);

        awaitNews(accepted(false));
        settle();
        assertThat(SMTP.mailsTo(mailbox)).singleElement().asString().contains("Secretword");
        assertThat(news()).hasSize(1);
    }

    @Test
    void reachesNobody_inATestChat() {
        wire.publish(chat(Channel.PHONE_SMS, true));

        awaitNews(accepted(true));
        settle();
        assertThat(TWILIO.requestsTo(number)).isEmpty();
        assertThat(news()).hasSize(1);
    }

    @Test
    void saysWhy_whenTwilioRefuses() {
        TWILIO.doesTo(number, FakeTwilio.refusing(400, 21211));
        wire.publish(chat(Channel.PHONE_SMS, false));

        awaitNews(failed(ReasonCode.RECIPIENT_INVALID, "21211"));
        settle();
        assertThat(TWILIO.requestsTo(number)).hasSize(1);
    }

    @Test
    void saysWhy_whenTheMailServerRefuses() {
        SMTP.replies("RCPT " + mailbox, "550 5.1.1 <" + mailbox + "> is not here");
        wire.publish(chat(Channel.EMAIL, false));

        awaitNews(failed(ReasonCode.RECIPIENT_INVALID, "5.1.1"));
        assertThat(SMTP.mailsTo(mailbox)).isEmpty();
    }

    @Test
    void triesAgain_whatWasCertainlyNotSent() {
        var slowDown = FakeTwilio.refusing(429, 20429);
        TWILIO.doesTo(number, slowDown, slowDown);
        wire.publish(chat(Channel.PHONE_SMS, false));

        awaitNews(accepted(false));
        assertThat(TWILIO.requestsTo(number)).hasSize(3);
        assertThat(news()).hasSize(1);
    }

    @Test
    void findsWhatTwilioTook_andDoesNotSendItTwice_whenTheAnswerWasLost() {
        TWILIO.doesTo(number, FakeTwilio.takingAndDropping());
        wire.publish(chat(Channel.PHONE_SMS, false));

        awaitNews(unknown());
        awaitNews(accepted(false));
        assertThat(TWILIO.requestsTo(number)).hasSize(1);
        assertThat(news()).hasSize(2);
    }

    @Test
    void doesNotSendTwice_andSaysSo_whenNobodyCanTell() {
        TWILIO.doesTo(number, FakeTwilio.dropping());
        wire.publish(chat(Channel.PHONE_SMS, false));

        awaitNews(unknown());
        nobodyLooksAnyLonger();
        awaitNews(failed(ReasonCode.OUTCOME_UNKNOWN, null));
        assertThat(TWILIO.requestsTo(number)).hasSize(1);
    }

    @Test
    void doesNotSendTwice_whenTheMailServerIsCutAfterTheFinalDot() {
        SMTP.cutsAt(". " + mailbox);
        wire.publish(chat(Channel.EMAIL, false));

        awaitNews(unknown());
        nobodyLooksAnyLonger();
        awaitNews(failed(ReasonCode.OUTCOME_UNKNOWN, null));
        assertThat(SMTP.mailsTo(mailbox)).hasSize(1);
    }

    @Test
    void sendsNothing_whenItIsTooLate() {
        var late = Chats.request(ids, Instant.now().minusSeconds(1));
        wire.publish(chat(ids, Channel.PHONE_SMS, late, false));

        awaitNews(failed(ReasonCode.MESSAGE_EXPIRED, null));
        assertThat(TWILIO.requestsTo(number)).isEmpty();
    }

    @Test
    void sendsNothing_whenTheWorkspacesBudgetIsUsedUp() {
        var soon = Instant.now().plusSeconds(600);
        var one = new MessageRequest(ids.message(), 1, ids.sender(), 50, soon, 0);
        wire.publish(chat(ids, Channel.PHONE_SMS, one, false));

        awaitNews(failed(ReasonCode.BUDGET_EXCEEDED, null));
        assertThat(TWILIO.requestsTo(number)).isEmpty();
    }

    @Test
    void putsAside_whatItCannotOpen_andPlansNothing() {
        var other = ids.next();
        var stolen = sealed(other, EventType.CHAT_CREATED, letter(Channel.PHONE_SMS));
        var created = Chats.created(ids, Channel.PHONE_SMS, soon(ids), false, stolen);
        wire.publish(Chats.received(ids, created));

        settle();
        assertThat(deadLettersOf(ids)).containsExactly("unsealable");
        assertThat(TWILIO.requestsTo(number)).isEmpty();
        assertThat(tables()).doesNotContain(ids.message().toString());
    }

    @Test
    void learnsFromTwilio_whoHasOptedOut() {
        TWILIO.doesTo(number, FakeTwilio.refusing(400, 21610));
        wire.publish(chat(Channel.PHONE_SMS, false));
        awaitNews(failed(ReasonCode.RECIPIENT_OPTED_OUT, "21610"));
        eventually().until(() -> news().stream().anyMatch(OptOutReported.class::isInstance));

        var next = ids.next();
        wire.publish(chat(next, Channel.PHONE_SMS, soon(next), false));

        eventually().until(() -> wire.newsOf(next.chat()).size() == 1);
        assertThat(wire.newsOf(next.chat()).getFirst()).isInstanceOf(MessageFailed.class);
        assertThat(TWILIO.requestsTo(number)).hasSize(1);
    }

    @Test
    void learnsFromChatApi_whoHasOptedOut_andIn() {
        var early = Instant.now().minusSeconds(60);
        var out = ids.next();
        wire.publish(
                Chats.received(
                        out,
                        new RecipientOptedOut(
                                out.workspace(),
                                out.chat(),
                                out.sender(),
                                early,
                                sealed(out, EventType.RECIPIENT_OPTED_OUT))));
        wire.publish(chat(Channel.PHONE_SMS, false));
        awaitNews(failed(ReasonCode.RECIPIENT_OPTED_OUT, null));
        assertThat(TWILIO.requestsTo(number)).isEmpty();

        var in = ids.next();
        wire.publish(
                Chats.received(
                        in,
                        new RecipientOptedIn(
                                in.workspace(),
                                in.chat(),
                                in.sender(),
                                early.plusSeconds(1),
                                sealed(in, EventType.RECIPIENT_OPTED_IN))));
        var next = ids.next();
        wire.publish(chat(next, Channel.PHONE_SMS, soon(next), false));
        eventually().until(() -> wire.newsOf(next.chat()).size() == 1);
        assertThat(TWILIO.requestsTo(number)).hasSize(1);
    }

    @Test
    void showsNothingPersonal_inTopicsAndTables() {
        TWILIO.doesTo(number, FakeTwilio.refusing(400, 21610));
        wire.publish(chat(Channel.PHONE_SMS, false));
        awaitNews(failed(ReasonCode.RECIPIENT_OPTED_OUT, "21610"));

        assertThat(wire.everything())
                .contains(ids.chat().toString())
                .doesNotContain("Secretword", "patients.example", "clinic.example")
                .doesNotContainPattern(ANY_NUMBER);
        assertThat(tables())
                .contains(ids.chat().toString())
                .doesNotContain("Secretword", "patients.example", "clinic.example")
                .doesNotContainPattern(ANY_NUMBER);
    }

    @Test
    void saysThatItIsReady_andHowItsRelayIs() throws Exception {
        assertThat(health("readiness").statusCode()).isEqualTo(200);
        eventually()
                .untilAsserted(() ->
                        assertThat(health("relay").body())
                                .contains("LEADING", "oldestWaitingMillis", "logRetainedBytes"));
    }

    private HttpResponse<String> health(String group) throws Exception {
        var probe = URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(probe).build(), BodyHandlers.ofString());
        }
    }

    /** Waits until everything that was published before has been dealt with. */
    private void settle() {
        var last = ids.next();
        wire.publish(chat(last, Channel.PHONE_SMS, soon(last), true));
        eventually().until(() -> !wire.newsOf(last.chat()).isEmpty());
    }

    private void awaitNews(DispatchEvent expected) {
        eventually()
                .untilAsserted(() ->
                        assertThat(news())
                                .usingRecursiveFieldByFieldElementComparator(WHENEVER)
                                .contains(expected));
    }

    private void nobodyLooksAnyLonger() {
        JdbcClient.create(Engines.database("dispatch").owner())
                .sql("update effect set unknown_until = clock_timestamp() where subject_id = ?")
                .param(ids.message())
                .update();
    }

    private static List<String> deadLettersOf(Ids of) {
        var letters = Topics.deadLetters(Topics.CHAT_EVENTS, "channel-dispatcher");
        return new TopicLog(letters)
                .records(of.chat()).stream()
                        .map(TopicLog::headers)
                        .map(headers -> headers.get("dead-letter-code"))
                        .toList();
    }

    private List<DispatchEvent> news() {
        return wire.newsOf(ids.chat());
    }

    private ReceivedEvent chat(Channel channel, boolean isTest) {
        return chat(ids, channel, soon(ids), isTest);
    }

    private ReceivedEvent chat(Ids of, Channel channel, MessageRequest request, boolean isTest) {
        var sealed = sealed(of, EventType.CHAT_CREATED, letter(channel));
        return Chats.received(of, Chats.created(of, channel, request, isTest, sealed));
    }

    private Sealed sealed(Ids of, EventType type) {
        return sealed(of, type, letter(Channel.PHONE_SMS));
    }

    private Sealed sealed(Ids of, EventType type, Letter letter) {
        var context = new SealContext(of.event(), type, of.workspace(), of.chat());
        return sealer.seal(context, new Confidential("Secretword", Map.of(), letter, null));
    }

    private Letter letter(Channel channel) {
        return channel == Channel.EMAIL
                ? new Letter(mailbox, INBOX, "Secretword", TEXT)
                : new Letter(number, FROM, null, TEXT);
    }

    private static MessageRequest soon(Ids of) {
        return Chats.request(of, Instant.now().plusSeconds(600));
    }

    private MessageAccepted accepted(boolean simulated) {
        return new MessageAccepted(
                ids.workspace(), ids.chat(), ids.message(), 1, simulated, Instant.EPOCH);
    }

    private MessageUnknown unknown() {
        return new MessageUnknown(ids.workspace(), ids.chat(), ids.message(), 1, Instant.EPOCH);
    }

    private MessageFailed failed(ReasonCode reason, @Nullable String code) {
        return new MessageFailed(
                ids.workspace(), ids.chat(), ids.message(), 1, reason, code, Instant.EPOCH);
    }

    private static String tables() {
        var jdbc = Engines.database("dispatch").reader();
        return jdbc
                .sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()
                .stream()
                .flatMap(it ->
                        jdbc.sql("select t::text from " + it + " t").query(String.class).stream())
                .collect(Collectors.joining("\n"));
    }

    private static <S> S start(Callable<S> server) {
        try {
            return server.call();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
