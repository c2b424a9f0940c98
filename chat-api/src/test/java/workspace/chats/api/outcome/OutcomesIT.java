package workspace.chats.api.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workspace.chats.events.ReasonCode.CALL_BUSY;
import static workspace.chats.events.ReasonCode.DELIVERY_FAILED;
import static workspace.chats.events.ReasonCode.OUTCOME_UNKNOWN;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import workspace.chats.messaging.inbox.NotYetVisible;
import workspace.chats.messaging.testing.Engines;

/** What reports do to the rows. */
@OutcomeTest
@NullMarked
class OutcomesIT {

    private static final Standing ACCEPTED = Standing.accepted(1, false);
    private static final Standing DELIVERED = Standing.of(1, Status.DELIVERED);
    private static final Standing UNDELIVERED = Standing.failed(1, DELIVERY_FAILED, "30003");
    private static final Standing DOUBTFUL = Standing.failed(1, OUTCOME_UNKNOWN, null);

    private final Outcomes messageOutcomes;
    private final Outcomes callOutcomes;
    private final AsTheInbox inbox;
    private final SeededChats chats;

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        Engines.registerFor(registry, "chat_api");
    }

    @Autowired
    OutcomesIT(Outcomes messageOutcomes, Outcomes callOutcomes, TransactionTemplate transactions) {
        this.messageOutcomes = messageOutcomes;
        this.callOutcomes = callOutcomes;
        this.inbox = new AsTheInbox(transactions);
        this.chats = new SeededChats();
    }

    @Test
    void writesWhatIsReported_andRaisesTheChat() {
        var message = chats.text("pending");

        say(message, Standing.accepted(1, true));

        assertThat(chats.message(message))
                .containsEntry("status", "accepted")
                .containsEntry("simulated", true)
                .containsEntry("reason", null);
        assertThat(chats.chat(message))
                .containsEntry("version", 2L)
                .containsEntry("needs_response", false)
                .containsEntry("messages_failed", 0);
        assertThat(updated(chats.message(message))).isAfter(SeededChats.CREATED);
        assertThat(updated(chats.chat(message))).isAfter(SeededChats.CREATED);
    }

    @Test
    void callsForAPerson_whenAMessageFails() {
        var message = chats.text("accepted");

        say(message, UNDELIVERED);

        assertThat(chats.message(message))
                .containsEntry("status", "failed")
                .containsEntry("reason", "delivery_failed")
                .containsEntry("provider_code", "30003");
        assertThat(chats.chat(message))
                .containsEntry("needs_response", true)
                .containsEntry("messages_failed", 1);
    }

    @Test
    void clearsADoubt_butStillCallsForAPerson() {
        var message = chats.text("unknown");

        say(message, DOUBTFUL);
        say(message, ACCEPTED);

        assertThat(chats.message(message))
                .containsEntry("status", "accepted")
                .containsEntry("reason", null);
        assertThat(chats.chat(message))
                .containsEntry("version", 3L)
                .containsEntry("needs_response", true)
                .containsEntry("messages_failed", 0);
    }

    @Test
    void touchesNothing_whenNothingIsNew() {
        var message = chats.text("delivered");
        var messageBefore = chats.message(message);
        var chatBefore = chats.chat(message);

        say(message, ACCEPTED, DELIVERED, UNDELIVERED);

        assertThat(chats.message(message)).isEqualTo(messageBefore);
        assertThat(chats.chat(message)).isEqualTo(chatBefore);
    }

    @Test
    void letsNoOldAttemptUndoANewerOne() {
        var message = chats.text(chats.reserved(), "pending", 2, Instant.now());

        say(message, UNDELIVERED);
        assertThat(chats.message(message)).containsEntry("status", "pending");
        say(message, Standing.accepted(2, false));

        assertThat(chats.message(message))
                .containsEntry("status", "accepted")
                .containsEntry("attempt", 2);
    }

    @Test
    void followsACall_withoutCountingItAmongTheMessages() {
        var call = chats.call("pending");
        var busy = new Standing(1, Status.BUSY, CALL_BUSY, null, false);

        inbox.apply(callOutcomes, reports(call, ACCEPTED, busy));

        assertThat(chats.phoneCall(call))
                .containsEntry("status", "busy")
                .containsEntry("reason", "call_busy");
        assertThat(chats.chat(call))
                .containsEntry("version", 3L)
                .containsEntry("needs_response", false)
                .containsEntry("messages_failed", 0);
    }

    @Test
    void callsForAPerson_whenACallFails() {
        var call = chats.call("pending");

        inbox.apply(callOutcomes, reports(call, UNDELIVERED));

        assertThat(chats.chat(call))
                .containsEntry("needs_response", true)
                .containsEntry("messages_failed", 0);
    }

    @Test
    void refusesTheWholeBatch_whenOneIsNotVisible() {
        var there = chats.text("pending");
        var missing = chats.reserved();
        var reports = List.of(new Report(there, ACCEPTED), new Report(missing, ACCEPTED));

        assertThatThrownBy(() -> inbox.apply(messageOutcomes, reports))
                .isInstanceOf(NotYetVisible.class)
                .hasMessageContaining(missing.chatId().toString());

        assertThat(chats.message(there)).containsEntry("status", "pending");
    }

    @Test
    void seesNoMessageOfAnotherWorkspaceOrChat() {
        var message = chats.text("pending");
        var elsewhere = new SeededChats().text("pending");

        for (var lie :
                List.of(
                        new SubjectRef(elsewhere.workspaceId(), message.chatId(), message.id()),
                        new SubjectRef(message.workspaceId(), elsewhere.chatId(), message.id()))) {
            assertThatThrownBy(() -> say(lie, ACCEPTED)).isInstanceOf(NotYetVisible.class);
        }

        assertThat(chats.message(message)).containsEntry("status", "pending");
    }

    @Test
    void endsRight_whenManyReportAtOnceInAnyOrder() throws Exception {
        var other = new SeededChats();
        var messages =
                IntStream.range(0, 40)
                        .mapToObj(i -> (i % 2 == 0 ? chats : other).text("pending"))
                        .toList();

        reportAtOnce(
                messages,
                Standing.of(1, Status.UNKNOWN),
                DOUBTFUL,
                ACCEPTED,
                UNDELIVERED,
                DELIVERED);

        for (int i = 0; i < messages.size(); i++) {
            var seeded = i % 2 == 0 ? chats : other;
            assertThat(seeded.message(messages.get(i))).containsEntry("status", "delivered");
            assertThat(seeded.chat(messages.get(i))).containsEntry("messages_failed", 0);
        }
    }

    /** Each report four times, in batches of their own that overlap in their chats. */
    private void reportAtOnce(List<SubjectRef> messages, Standing... standings) throws Exception {
        var random = new Random(1);
        var batches = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 4; i++) {
            for (var standing : standings) {
                var reports =
                        new ArrayList<>(
                                messages.stream().map(it -> new Report(it, standing)).toList());
                Collections.shuffle(reports, random);
                batches.add(() -> apply(reports));
            }
        }
        Collections.shuffle(batches, random);
        try (var threads = Executors.newFixedThreadPool(5)) {
            for (var done : threads.invokeAll(batches)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    private boolean apply(List<Report> reports) {
        inbox.apply(messageOutcomes, reports);
        return true;
    }

    private void say(SubjectRef message, Standing... standings) {
        apply(reports(message, standings));
    }

    private static List<Report> reports(SubjectRef subject, Standing... standings) {
        return Stream.of(standings).map(standing -> new Report(subject, standing)).toList();
    }

    private static Instant updated(Map<String, Object> row) {
        return ((Timestamp) Objects.requireNonNull(row.get("updated_at"))).toInstant();
    }
}
