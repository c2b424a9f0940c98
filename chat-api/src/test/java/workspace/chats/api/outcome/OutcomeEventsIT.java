package workspace.chats.api.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static workspace.chats.api.outcome.SeededChats.CREATED;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import workspace.chats.events.AssignmentEvent.AssignmentCreated;
import workspace.chats.events.CallEvent.CallFailed;
import workspace.chats.events.CallEvent.CallPlaced;
import workspace.chats.events.CallEvent.CallStatusChanged;
import workspace.chats.events.CallStatus;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageDeferred;
import workspace.chats.events.DispatchEvent.MessageDelivered;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageReceived;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.DispatchEvent.OptOutReported;
import workspace.chats.events.Event;
import workspace.chats.events.EventType;
import workspace.chats.events.ReasonCode;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;
import workspace.chats.messaging.testing.Engines;

/** What the other services' events do, from Kafka to the rows. */
@OutcomeTest
@DirtiesContext
@NullMarked
class OutcomeEventsIT {

    private static final Duration LONGER_THAN_THIS_TEST_WAITS = Duration.ofMinutes(5);

    private final Publisher publisher = new Publisher();
    private final OutcomeWait wait;
    private final Sealer sealer;
    private final SeededChats chats;
    private final Instant at = Instant.now();

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        Engines.registerFor(registry, "chat_api");
        registry.add("chats.outcome.reap-every", () -> "200ms");
    }

    @Autowired
    OutcomeEventsIT(OutcomeWait wait, Sealer sealer) {
        this.wait = wait;
        this.sealer = sealer;
        this.chats = new SeededChats();
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void acceptedThenDelivered() {
        var message = chats.text("pending");

        publisher.publish(accepted(message), delivered(message));

        becomes(message, "delivered");
        assertThat(chats.chat(message))
                .containsEntry("version", 3L)
                .containsEntry("needs_response", false);
    }

    @Test
    void changesNothingMore_whenAnEventComesTwice() {
        var message = chats.text("pending");
        var eventId = UUID.randomUUID();

        publisher.publish(eventId, failed(message));
        publisher.publish(eventId, failed(message));
        publisher.publish(failed(message));
        everythingIsIn(message);

        assertThat(chats.chat(message))
                .containsEntry("version", 2L)
                .containsEntry("messages_failed", 1);
    }

    @Test
    void endsRight_whenEventsComeInTheWrongOrder() {
        var message = chats.text("pending");

        publisher.publish(delivered(message), failed(message), accepted(message), unknown(message));
        everythingIsIn(message);

        assertThat(chats.message(message))
                .containsEntry("status", "delivered")
                .containsEntry("reason", null);
        assertThat(chats.chat(message))
                .containsEntry("version", 2L)
                .containsEntry("messages_failed", 0);
    }

    @Test
    void saysNoError_whileTheOutcomeIsUnknown() {
        var message = chats.text("pending");

        publisher.publish(unknown(message));

        becomes(message, "unknown");
        assertThat(chats.message(message)).containsEntry("reason", null);
        assertThat(chats.chat(message)).containsEntry("needs_response", false);
    }

    @Test
    void defersForQuietHours() {
        var message = chats.text("pending");

        publisher.publish(
                new MessageDeferred(
                        message.workspaceId(), message.chatId(), message.id(), 1, at, at));

        becomes(message, "deferred");
    }

    @Test
    void appliesItLater_whenTheChatIsNotVisibleYet() {
        var message = chats.reserved();
        publisher.publish(accepted(message));
        await().during(Duration.ofMillis(500)).until(() -> true);

        chats.text(message, "pending", 1, at.plusSeconds(3600));

        becomes(message, "accepted");
    }

    @Test
    void wakesWhoWaitsForIt() {
        var message = chats.text("pending");
        var waiting =
                Thread.ofVirtual()
                        .start(() ->
                                wait.awaitSettled(
                                        message.workspaceId(),
                                        message.chatId(),
                                        message.id(),
                                        LONGER_THAN_THIS_TEST_WAITS));

        publisher.publish(accepted(message));

        await().until(() -> !waiting.isAlive());
        assertThat(chats.message(message)).containsEntry("status", "accepted");
    }

    @Test
    void givesUpByItself_whenNobodyReports() {
        var message = chats.text("pending", at.minusSeconds(3600));
        var call = chats.call("pending", at.minusSeconds(3600));

        becomes(message, "failed");
        await().untilAsserted(
                        () -> assertThat(chats.phoneCall(call)).containsEntry("status", "failed"));
    }

    @Test
    void followsACall() {
        var busy = chats.call("pending");
        var refused = chats.call("pending");

        publisher.publish(
                new CallPlaced(busy.workspaceId(), busy.chatId(), busy.id(), 1, true, at),
                new CallStatusChanged(
                        busy.workspaceId(), busy.chatId(), busy.id(), 1, CallStatus.BUSY, null, at),
                new CallFailed(
                        refused.workspaceId(),
                        refused.chatId(),
                        refused.id(),
                        1,
                        ReasonCode.SENDER_INVALID,
                        "21210",
                        at));

        await().untilAsserted(() ->
                assertThat(chats.phoneCall(busy))
                        .containsEntry("status", "busy")
                        .containsEntry("simulated", true));
        await().untilAsserted(() ->
                assertThat(chats.phoneCall(refused)).containsEntry("reason", "sender_invalid"));
        assertThat(chats.chat(busy)).containsEntry("needs_response", false);
        assertThat(chats.chat(refused)).containsEntry("needs_response", true);
    }

    @Test
    void activatesAnAssignment_once() {
        var assignment = chats.assigned();
        var created =
                new AssignmentCreated(
                        assignment.workspaceId(),
                        assignment.chatId(),
                        assignment.id(),
                        UUID.randomUUID(),
                        1,
                        at);

        publisher.publish(created, created, created);

        await().untilAsserted(() ->
                assertThat(chats.chat(assignment))
                        .containsEntry("assignment_status", "active")
                        .containsEntry("version", 2L));
    }

    @Test
    void remembersWhoOptedOut_asACreateSpellsHim() {
        var text = chats.text("pending");
        var mail = chats.chat("email");
        var number = UUID.randomUUID();
        var inbox = UUID.randomUUID();

        publisher.publish(optOut(text, number), optOut(text, number), optOut(mail, inbox));

        await().until(() -> chats.optOuts(number).equals("+15005550006"));
        await().until(() -> chats.optOuts(inbox).equals("patient@example.org"));
    }

    @Test
    void remembersTheAddressThatOptedOut_whoeverHasItNow() {
        var text = chats.text("pending");
        var number = UUID.randomUUID();
        var event = UUID.randomUUID();

        publisher.publish(event, optOut(text, number, sealed(event, text, "+15005550099")));

        await().until(() -> chats.optOuts(number).equals("+15005550099"));
    }

    @Test
    void knowsSinceWhen_byTheLatestWordOfAll() {
        var text = chats.text("pending");
        var reported = UUID.randomUUID();
        var entered = UUID.randomUUID();
        var id = chats.optOut(entered, CREATED);
        var latest = CREATED.plusSeconds(60);

        for (var sender : List.of(reported, entered)) {
            publisher.publish(
                    optOutAt(CREATED.plusSeconds(30), text, sender),
                    optOutAt(latest, text, sender),
                    optOutAt(CREATED.minusSeconds(30), text, sender));
        }
        everythingIsIn(text);

        assertThat(chats.optOut(reported)).containsEntry("since", Timestamp.from(latest));
        assertThat(chats.optOut(entered))
                .containsEntry("since", Timestamp.from(latest))
                .containsEntry("id", id);
    }

    @Test
    void neverMovesAnOptOutBack() {
        var text = chats.text("pending");
        var sender = UUID.randomUUID();
        chats.optOut(sender, CREATED);

        publisher.publish(optOutAt(CREATED.minusSeconds(30), text, sender));
        everythingIsIn(text);

        assertThat(chats.optOut(sender)).containsEntry("since", Timestamp.from(CREATED));
    }

    @Test
    void goesOn_whenOneEventHasToBeRefused() {
        var message = chats.text("pending");

        publisher.publish(
                new MessageReceived(
                        message.workspaceId(),
                        message.chatId(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        at,
                        null),
                accepted(message));

        becomes(message, "accepted");
        assertThat(chats.chat(message)).containsEntry("messages_total", 1);
    }

    @Test
    void keepsUpWithABurst() {
        var messages = IntStream.range(0, 1_000).mapToObj(i -> chats.text("pending")).toList();
        var events = new ArrayList<Event>();
        messages.forEach(it -> events.add(accepted(it)));
        messages.forEach(it -> events.add(delivered(it)));

        publisher.publish(events);

        await().atMost(Duration.ofMinutes(2)).until(() -> chats.count("delivered") == 1_000);
    }

    private void becomes(SubjectRef message, String status) {
        await().untilAsserted(
                        () -> assertThat(chats.message(message)).containsEntry("status", status));
    }

    /** Events of one chat are worked on in order: when this one is in, all before it are. */
    private void everythingIsIn(SubjectRef message) {
        var sender = UUID.randomUUID();
        publisher.publish(optOut(message, sender));
        await().until(() -> !chats.optOuts(sender).isEmpty());
    }

    private MessageAccepted accepted(SubjectRef it) {
        return new MessageAccepted(it.workspaceId(), it.chatId(), it.id(), 1, false, at);
    }

    private MessageDelivered delivered(SubjectRef it) {
        return new MessageDelivered(it.workspaceId(), it.chatId(), it.id(), 1, at);
    }

    private MessageUnknown unknown(SubjectRef it) {
        return new MessageUnknown(it.workspaceId(), it.chatId(), it.id(), 1, at);
    }

    private MessageFailed failed(SubjectRef it) {
        return new MessageFailed(
                it.workspaceId(), it.chatId(), it.id(), 1, ReasonCode.DELIVERY_FAILED, "30003", at);
    }

    private OptOutReported optOut(SubjectRef it, UUID sender) {
        return optOutAt(at, it, sender);
    }

    private static OptOutReported optOutAt(Instant when, SubjectRef it, UUID sender) {
        return new OptOutReported(it.workspaceId(), it.chatId(), it.id(), sender, when, null);
    }

    private OptOutReported optOut(SubjectRef it, UUID sender, Sealed address) {
        return new OptOutReported(it.workspaceId(), it.chatId(), it.id(), sender, at, address);
    }

    private Sealed sealed(UUID event, SubjectRef it, String address) {
        var context =
                new SealContext(event, EventType.OPT_OUT_REPORTED, it.workspaceId(), it.chatId());
        var letter = new Letter(address, "+15005550006", null, "");
        return sealer.seal(context, new Confidential(null, Map.of(), letter, null));
    }
}
