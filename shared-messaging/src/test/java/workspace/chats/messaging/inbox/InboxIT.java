package workspace.chats.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import workspace.chats.events.CallEvent.CallUnknown;
import workspace.chats.events.Event;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Topics;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.OneService;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TopicLog;

@SpringBootTest(
        classes = {OneService.class, InboxIT.Listening.class},
        properties = {
            "spring.application.name=chat-api",
            "workspace.relay.enabled=false",
            "workspace.inbox.patience=3s",
            "workspace.inbox.first-pause=50ms"
        })
class InboxIT {

    private static final String CONSUMER = "chat-api";
    private static final String CANARY = "Canary Jones";

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        Engines.registerFor(registry, "inbox_test");
    }

    /** What a service writes: one line. */
    @TestConfiguration
    static class Listening {

        volatile Consumer<List<ReceivedEvent>> work = events -> {};

        @Autowired Inbox inbox;

        @KafkaListener(
                id = "calls",
                topics = {Topics.CALL_EVENTS, Topics.CALL_EVENTS + "." + CONSUMER + Topics.REPLAY})
        void on(List<ConsumerRecord<String, byte[]>> batch) {
            inbox.receive(CONSUMER, batch, events -> work.accept(events));
        }
    }

    @Autowired Listening listening;
    @Autowired Inbox inbox;
    @Autowired SeenEvents seenEvents;
    @Autowired KafkaTemplate<String, byte[]> kafka;
    @Autowired KafkaListenerEndpointRegistry listeners;
    @Autowired ConsumersHealth health;
    @Autowired JdbcClient jdbc;
    @Autowired EventCodec codec;
    @Autowired Ids ids;

    private final List<UUID> worked = new CopyOnWriteArrayList<>();

    /** What this test made: the listener also hears what the tests before it left in the topic. */
    private final Set<UUID> ours = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void quiet() {
        listening.work = this::note;
    }

    @Test
    void worksOnAnEventOnce_whenItComesTwice() {
        var one = record(callOf(ids.next()));
        var other = record(callOf(ids.next()));

        inbox.receive(CONSUMER, List.of(one, other, one), this::note);
        inbox.receive(CONSUMER, List.of(other, one), this::note);

        assertThat(worked).containsExactly(id(one), id(other));
    }

    @Test
    void worksAgain_whenTheWorkWasRolledBack() {
        var event = record(callOf(ids.next()));

        assertThatThrownBy(() ->
                        inbox.receive(CONSUMER, List.of(event), events -> hangUpOnTheDatabase()))
                .isInstanceOf(HeldUp.class);
        inbox.receive(CONSUMER, List.of(event), this::note);

        assertThat(worked).containsExactly(id(event));
    }

    @Test
    void putsAsideWhatItCannotRead_andGoesOn() {
        var good = record(callOf(ids.next()));
        var bad = withValue(record(callOf(ids.next())), "{\"chatId\":\"" + CANARY + "\"}");
        var headless = withoutHeader(record(callOf(ids.next())), EventMeta.WORKSPACE_ID);

        inbox.receive(CONSUMER, List.of(bad, headless, good), this::note);

        assertThat(worked).containsExactly(id(good));
        assertThat(deadLetter(bad.key()))
                .satisfies(letter -> {
                    assertThat(letter.value()).isEqualTo(bad.value());
                    assertThat(TopicLog.headers(letter))
                            .containsAllEntriesOf(TopicLog.headers(bad))
                            .containsEntry(DeadLetters.CODE, "undecodable")
                            .containsEntry(DeadLetters.TOPIC, Topics.CALL_EVENTS)
                            .containsEntry(DeadLetters.OFFSET, "0")
                            .hasSize(TopicLog.headers(bad).size() + 4);
                    assertThat(TopicLog.headers(letter).toString()).doesNotContain(CANARY);
                });
        assertThat(TopicLog.headers(deadLetter(headless.key())))
                .containsEntry(DeadLetters.CODE, "malformed_headers");
    }

    @Test
    void putsAside_whatClaimsToBeOfAnotherWorkspace() {
        var event = record(callOf(ids.next()));
        var forged = withHeader(event, EventMeta.WORKSPACE_ID, ids.next().toString());

        inbox.receive(CONSUMER, List.of(forged), this::note);

        assertThat(worked).isEmpty();
        assertThat(TopicLog.headers(deadLetter(event.key())))
                .containsEntry(DeadLetters.CODE, "malformed_headers");
    }

    @Test
    void isolatesTheOneThatIsRefused() {
        var batch =
                List.of(
                        record(callOf(ids.next())),
                        record(callOf(ids.next())),
                        record(callOf(ids.next())));
        var poison = batch.get(1);

        inbox.receive(CONSUMER, batch, refusing(poison, new IllegalStateException(CANARY)));

        assertThat(worked).containsExactly(id(batch.get(0)), id(batch.get(2)));
        assertThat(TopicLog.headers(deadLetter(poison.key())))
                .containsEntry(DeadLetters.CODE, "refused")
                .hasSize(TopicLog.headers(poison).size() + 4);
        assertThat(TopicLog.headers(deadLetter(poison.key())).toString()).doesNotContain(CANARY);
    }

    @Test
    void mayReplayADeadLetter_becauseItWasNeverSeen() {
        var poison = record(callOf(ids.next()));
        inbox.receive(CONSUMER, List.of(poison), refusing(poison, new AssertionError(CANARY)));

        inbox.receive(CONSUMER, List.of(deadLetter(poison.key())), this::note);

        assertThat(worked).containsExactly(id(poison));
    }

    @Test
    void passesOverWhatAsksNothingOfIt_andTakesItWhenMendedItDoes() {
        var ours = record(callOf(ids.next()));
        var others = record(callOf(ids.next()));
        var mended = mended(others);

        inbox.receive(
                CONSUMER,
                List.of(others, ours),
                event -> event.chatId().toString().equals(ours.key()),
                this::note);
        assertThat(worked).containsExactly(id(ours));

        inbox.receive(CONSUMER, List.of(mended), this::note);
        assertThat(worked).containsExactly(id(ours), id(mended));
    }

    @Test
    void worksOnceOnAnEventAndItsMendedOnes_whicheverComesFirst() {
        var early = record(callOf(ids.next()));
        var late = record(callOf(ids.next()));
        var mendedLate = mended(late);

        inbox.receive(CONSUMER, List.of(early), this::note);
        inbox.receive(CONSUMER, List.of(mended(early), mended(mended(early))), this::note);
        inbox.receive(CONSUMER, List.of(mendedLate, late), this::note);
        inbox.receive(CONSUMER, List.of(late, mended(late)), this::note);

        assertThat(worked).containsExactly(id(early), id(mendedLate));
    }

    @Test
    void putsAsideAReplayThatFails_whereItCameFrom() {
        var poison = callOf(ids.next());
        listening.work =
                events -> {
                    throw new IllegalStateException(CANARY);
                };
        var record = record(poison);
        var replays = Topics.replays(Topics.CALL_EVENTS, CONSUMER);

        kafka.send(
                        new ProducerRecord<>(
                                replays, null, record.key(), record.value(), record.headers()))
                .join();

        await().atMost(Duration.ofSeconds(30)).until(() -> !deadLetters(record.key()).isEmpty());
        assertThat(TopicLog.headers(deadLetter(record.key())))
                .containsEntry(DeadLetters.CODE, "refused")
                .containsEntry(DeadLetters.TOPIC, replays);
    }

    @Test
    void hearsOfAnEventAtOnce_howeverLongItWasQuiet() {
        var waits = IntStream.range(0, 9).mapToObj(this::waitAfterSilence).sorted().toList();

        assertThat(waits.get(6)).as("the third of %s", waits).isLessThan(Duration.ofMillis(400));
    }

    /** Each silence ends at another moment of what the consumer does in it. */
    private Duration waitAfterSilence(int round) {
        var before = worked.size();
        await().during(Duration.ofMillis(700 + 70L * round)).until(() -> worked.size() == before);
        var event = record(callOf(ids.next()));
        var sent = System.nanoTime();
        publish(event);
        await().pollInterval(Duration.ofMillis(2)).until(() -> worked.contains(id(event)));
        return Duration.ofNanos(System.nanoTime() - sent);
    }

    @Test
    void skipsWhatOnlyNewerVersionsKnow() {
        var event = record(callOf(ids.next()));
        var newer = withHeader(event, EventMeta.TYPE, "workspace.chats.ChatArchived.v1");

        inbox.receive(CONSUMER, List.of(newer), this::note);

        assertThat(worked).isEmpty();
        assertThat(deadLetters(event.key())).isEmpty();
    }

    @Test
    void putsAsideAnotherVersionOfWhatItKnows() {
        var event = record(callOf(ids.next()));
        var newer = withHeader(event, EventMeta.TYPE, "workspace.chats.CallUnknown.v2");

        inbox.receive(CONSUMER, List.of(newer), this::note);

        assertThat(worked).isEmpty();
        assertThat(TopicLog.headers(deadLetter(event.key())))
                .containsEntry(DeadLetters.CODE, "unknown_version");
    }

    @Test
    void putsAside_evenTheBiggestRecordThatATopicTakes() {
        var event = record(callOf(ids.next()));
        var headers = TopicLog.headers(event).toString().length();
        var biggest = withValue(event, "x".repeat(Topics.MOST_BYTES - headers - 140));

        publish(biggest);

        await().atMost(Duration.ofSeconds(30)).until(() -> !deadLetters(event.key()).isEmpty());
        assertThat(deadLetter(event.key()).value()).isEqualTo(biggest.value());
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, NoClassDefFoundError.class})
    void waits_whileTheProgramIsNotWell(Class<? extends Error> illness) {
        var chat = ids.next();
        var failures = new AtomicInteger(3);
        listening.work =
                events -> {
                    if (failures.getAndDecrement() > 0) {
                        throw sneaky(BeanUtils.instantiateClass(illness));
                    }
                    note(events);
                };

        var sent = publish(callOf(chat), callOf(chat));

        await().atMost(Duration.ofSeconds(30)).until(() -> worked.size() >= 2);
        assertThat(worked).containsExactlyElementsOf(sent);
        assertThat(deadLetters(chat.toString())).isEmpty();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void putsAsideWhatOverflowsTheStack_andGoesOn() {
        var poison = ids.next();
        listening.work =
                events -> {
                    if (events.stream().anyMatch(event -> event.event().chatId().equals(poison))) {
                        overflow(1);
                    }
                    note(events);
                };

        publish(callOf(poison));
        var sent = publish(callOf(ids.next()));

        await().atMost(Duration.ofSeconds(30)).until(() -> !worked.isEmpty());
        assertThat(worked).containsExactlyElementsOf(sent);
        assertThat(TopicLog.headers(deadLetter(poison.toString())))
                .containsEntry(DeadLetters.CODE, "refused");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void waits_whenItCannotEvenLook() {
        var unreadable =
                new AbstractList<ConsumerRecord<String, byte[]>>() {
                    @Override
                    public ConsumerRecord<String, byte[]> get(int at) {
                        throw new NoClassDefFoundError(CANARY);
                    }

                    @Override
                    public int size() {
                        return 1;
                    }
                };

        assertThatThrownBy(() -> inbox.receive(CONSUMER, unreadable, this::note))
                .isInstanceOf(HeldUp.class)
                .hasMessage("NoClassDefFoundError");
    }

    @Test
    void triesAgainForEver_whenTheDatabaseGoesAway() {
        var chat = ids.next();
        var failures = new AtomicInteger(5);
        listening.work =
                events -> {
                    if (failures.getAndDecrement() > 0) {
                        hangUpOnTheDatabase();
                    }
                    note(events);
                };

        var sent = publish(callOf(chat), callOf(chat), callOf(chat));

        await().atMost(Duration.ofSeconds(30)).until(() -> worked.size() >= 3);
        assertThat(worked).containsExactlyElementsOf(sent);
        assertThat(deadLetters(chat.toString())).isEmpty();
    }

    @Test
    void waitsForAChatThatIsNotVisibleYet() {
        var chat = ids.next();
        var early = new AtomicInteger(3);
        listening.work =
                events -> {
                    if (early.getAndDecrement() > 0) {
                        throw new NotYetVisible(chat);
                    }
                    note(events);
                };

        var sent = publish(callOf(chat));

        await().atMost(Duration.ofSeconds(30)).until(() -> !worked.isEmpty());
        assertThat(worked).containsExactlyElementsOf(sent);
        assertThat(deadLetters(chat.toString())).isEmpty();
    }

    @Test
    void putsAsideAnEventWhoseChatNeverAppears_andGoesOn() {
        var nowhere = ids.next();
        listening.work =
                events -> {
                    if (events.stream().anyMatch(event -> event.event().chatId().equals(nowhere))) {
                        throw new NotYetVisible(nowhere);
                    }
                    note(events);
                };

        publish(callOf(nowhere));
        var sent = publish(callOf(ids.next()));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !deadLetters(nowhere.toString()).isEmpty());
        await().atMost(Duration.ofSeconds(30)).until(() -> !worked.isEmpty());
        assertThat(worked).containsExactlyElementsOf(sent);
        assertThat(TopicLog.headers(deadLetter(nowhere.toString())))
                .containsEntry(DeadLetters.CODE, "not_visible");
    }

    @Test
    void forgetsWhatIsOld_andNothingElse() {
        var old = record(callOf(ids.next()));
        var young = record(callOf(ids.next()));
        inbox.receive(CONSUMER, List.of(old, young), this::note);
        JdbcClient.create(Engines.database("inbox_test").owner())
                .sql(
                        "update inbox set received_at = received_at - interval '31 days' where event_id = ?")
                .param(id(old))
                .update();

        assertThat(seenEvents.forgetSome(Instant.now().minus(Duration.ofDays(30)))).isFalse();

        assertThat(seenEvents.remember(CONSUMER, List.of(id(old), id(young))))
                .containsExactly(id(old));
    }

    @Test
    void isUnhealthy_whenAListenerHasStopped() {
        var calls = Objects.requireNonNull(listeners.getListenerContainer("calls"));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        calls.stop();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        calls.start();
        await().until(() -> health.health().getStatus().equals(Status.UP));
    }

    private void note(List<ReceivedEvent> events) {
        events.stream().map(event -> event.meta().id()).filter(ours::contains).forEach(worked::add);
    }

    private Consumer<List<ReceivedEvent>> refusing(
            ConsumerRecord<String, byte[]> poison, Throwable refusal) {
        return events -> {
            if (events.stream().anyMatch(event -> event.meta().id().equals(id(poison)))) {
                throw sneaky(refusal);
            }
            note(events);
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static int overflow(int depth) {
        return depth == 0 ? 0 : overflow(depth + 1) + depth;
    }

    private void hangUpOnTheDatabase() {
        jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query(Boolean.class).single();
    }

    private UUID ourNextId() {
        var id = ids.next();
        ours.add(id);
        return id;
    }

    private Event callOf(UUID chat) {
        return new CallUnknown(ids.next(), chat, ids.next(), 1, Instant.EPOCH);
    }

    private List<UUID> publish(Event... events) {
        var sent = new ArrayList<UUID>();
        for (var event : events) {
            var record = record(event);
            sent.add(id(record));
            publish(record);
        }
        return sent;
    }

    private void publish(ConsumerRecord<String, byte[]> it) {
        kafka.send(new ProducerRecord<>(it.topic(), null, it.key(), it.value(), it.headers()))
                .join();
    }

    private ConsumerRecord<String, byte[]> record(Event event) {
        var type = EventType.of(event);
        var meta =
                new EventMeta(
                        ourNextId(),
                        type.wireName(),
                        "/test",
                        event.workspaceId(),
                        event.chatId(),
                        Instant.EPOCH,
                        1,
                        null);
        return record(event.chatId().toString(), codec.write(event), meta.headers());
    }

    private static ConsumerRecord<String, byte[]> record(
            String key, byte[] value, Map<String, String> headers) {
        var bytes = new RecordHeaders();
        headers.forEach((name, text) -> bytes.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                Topics.CALL_EVENTS,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                bytes,
                java.util.Optional.empty());
    }

    private ConsumerRecord<String, byte[]> mended(ConsumerRecord<String, byte[]> event) {
        var meta = EventMeta.of(TopicLog.headers(event)).mendedAs(ourNextId());
        return record(event.key(), event.value(), meta.headers());
    }

    private static ConsumerRecord<String, byte[]> withValue(
            ConsumerRecord<String, byte[]> record, String value) {
        return record(
                record.key(), value.getBytes(StandardCharsets.UTF_8), TopicLog.headers(record));
    }

    private static ConsumerRecord<String, byte[]> withHeader(
            ConsumerRecord<String, byte[]> record, String name, String value) {
        var headers = TopicLog.headers(record);
        headers.put(name, value);
        return record(record.key(), record.value(), headers);
    }

    private static ConsumerRecord<String, byte[]> withoutHeader(
            ConsumerRecord<String, byte[]> record, String name) {
        var headers = TopicLog.headers(record);
        headers.remove(name);
        return record(record.key(), record.value(), headers);
    }

    private static UUID id(ConsumerRecord<String, byte[]> record) {
        return UUID.fromString(TopicLog.headers(record).get(EventMeta.ID));
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(String key) {
        return new TopicLog(Topics.deadLetters(Topics.CALL_EVENTS, CONSUMER)).records(key);
    }

    private static ConsumerRecord<String, byte[]> deadLetter(String key) {
        assertThat(deadLetters(key)).hasSize(1);
        return deadLetters(key).getFirst();
    }
}
