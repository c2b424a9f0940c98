package workspace.chats.system.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static workspace.chats.system.history.Finding.Kind.CONTRADICTED;
import static workspace.chats.system.history.Finding.Kind.DUPLICATED;
import static workspace.chats.system.history.Finding.Kind.LOST;
import static workspace.chats.system.history.Finding.Kind.REORDERED;
import static workspace.chats.system.history.Finding.Kind.UNANSWERED;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge finds each kind of error that was planted in a good history, and no other. */
class CheckerTest {

    private static final String CREATED = "workspace.chats.ChatCreated.v1";
    private static final String ACCEPTED = "workspace.chats.MessageAccepted.v1";

    private static final Fact TOLD = new Fact.Acknowledged(1, "key-1", "chat-1", 1, "chat-api", 10);
    private static final Fact SMS_CHAT = new Fact.Chat("chat-1", "key-1", "active");
    private static final Fact ASSIGNED = new Fact.Assignment("assignment-1", "chat-1");
    private static final Fact SMS =
            new Fact.Message("message-1", "chat-1", "text 1", "accepted", "", 1);
    private static final Fact SENT = effect("message-1", "chat-1", "accepted", "");
    private static final Fact ON_PHONE = new Fact.Received("sms", "text 1", 20);
    private static final Fact CREATION = event(0, "chat-1", "event-1", CREATED, "chat-1", 1);
    private static final Fact UPDATE = event(1, "chat-1", "event-2", "updated", "chat-1", 2);

    private static final Fact VOICE_CHAT = new Fact.Chat("chat-2", "key-2", "");
    private static final Fact CALL =
            new Fact.Call("call-2", "chat-2", "+12015550100", "failed", "outcome_unknown", 1);
    private static final Fact PERHAPS =
            effect("call-2", "chat-2", "outcome_unknown", "outcome_unknown");
    private static final Fact RANG = new Fact.Received("call", "+12015550100", 21);

    private static final List<Fact> GOOD =
            List.of(
                    new Fact.Began("test", 1, 1, 2, 1, 1, 0),
                    TOLD,
                    SMS_CHAT,
                    ASSIGNED,
                    SMS,
                    SENT,
                    ON_PHONE,
                    CREATION,
                    UPDATE,
                    new Fact.Acknowledged(2, "key-2", "chat-2", 3, "chat-api", 11),
                    VOICE_CHAT,
                    CALL,
                    PERHAPS,
                    RANG,
                    event(2, "chat-2", "event-3", CREATED, "chat-2", 1),
                    new Fact.Published(
                            "dispatch.events", 0, 0, "chat-1", "event-4", ACCEPTED, "message-1", 4),
                    new Fact.Ended(true, 99));

    static Stream<Arguments> planted() {
        return Stream.of(
                plant(
                        LOST,
                        "an acknowledged chat is gone",
                        all -> {
                            all.add(new Fact.Acknowledged(3, "key-3", "chat-3", 1, "chat-api", 12));
                        }),
                plant(LOST, "no event of a creation", all -> all.remove(CREATION)),
                plant(
                        LOST,
                        "an event that Kafka does not have",
                        all -> all.add(new Fact.Unsent("chat-api", "event-9", "chat-1"))),
                plant(
                        LOST,
                        "a dead letter",
                        all ->
                                all.add(
                                        new Fact.DeadLetter(
                                                "chat.events.x.dlt", "chat-1", "e", "refused"))),
                plant(
                        LOST,
                        "an event of no chat",
                        all -> all.add(event(9, "chat-9", "event-9", "updated", "chat-9", 2))),
                plant(LOST, "an active assignment is gone", all -> all.remove(ASSIGNED)),
                plant(LOST, "an accepted text never came", all -> all.remove(ON_PHONE)),
                plant(
                        LOST,
                        "a message that no ledger knows",
                        all -> {
                            swap(all, SMS, message("failed", "message_expired", 1));
                            all.removeAll(List.of(SENT, ON_PHONE));
                        }),
                plant(
                        LOST,
                        "a text of no chat came",
                        all -> all.add(new Fact.Received("sms", "text 9", 30))),
                plant(DUPLICATED, "a text came twice", all -> all.add(ON_PHONE)),
                plant(DUPLICATED, "a call of unknown fate came twice", all -> all.add(RANG)),
                plant(
                        DUPLICATED,
                        "a refused text came twice",
                        all -> {
                            swap(all, SMS, message("failed", "message_rejected", 1));
                            swap(
                                    all,
                                    SENT,
                                    effect("message-1", "chat-1", "rejected", "message_rejected"));
                            all.add(ON_PHONE);
                        }),
                plant(
                        DUPLICATED,
                        "two chats of one key",
                        all -> {
                            all.add(new Fact.Chat("chat-4", "key-1", ""));
                            all.add(event(9, "chat-4", "event-9", CREATED, "chat-4", 1));
                        }),
                plant(
                        DUPLICATED,
                        "one key was told of two chats",
                        all ->
                                all.add(
                                        new Fact.Acknowledged(
                                                1, "key-1", "chat-2", 1, "chat-api", 12))),
                plant(
                        DUPLICATED,
                        "two creations of one chat",
                        all -> all.add(event(9, "chat-1", "event-9", CREATED, "chat-1", 9))),
                plant(
                        DUPLICATED,
                        "two assignments of one chat",
                        all -> all.add(new Fact.Assignment("assignment-9", "chat-1"))),
                plant(
                        DUPLICATED,
                        "one attempt twice in the ledger",
                        all -> all.addAll(List.of(SENT, ON_PHONE))),
                plant(
                        REORDERED,
                        "an older event is told later",
                        all -> {
                            swap(
                                    all,
                                    CREATION,
                                    event(1, "chat-1", "event-1", CREATED, "chat-1", 1));
                            swap(
                                    all,
                                    UPDATE,
                                    event(0, "chat-1", "event-2", "updated", "chat-1", 2));
                        }),
                plant(
                        UNANSWERED,
                        "a client gave up",
                        all -> all.add(new Fact.GaveUp(5, "key-5", 503, 30))),
                plant(
                        UNANSWERED,
                        "a message is pending",
                        all -> {
                            swap(all, SMS, message("pending", "", 1));
                        }),
                plant(
                        UNANSWERED,
                        "the ledger has not finished",
                        all -> {
                            swap(
                                    all,
                                    CALL,
                                    new Fact.Call("call-2", "chat-2", "+12015550100", "x", "", 1));
                            swap(all, PERHAPS, effect("call-2", "chat-2", "unknown", ""));
                        }),
                plant(
                        UNANSWERED,
                        "a call is unknown",
                        all ->
                                swap(
                                        all,
                                        CALL,
                                        new Fact.Call(
                                                "call-2",
                                                "chat-2",
                                                "+12015550100",
                                                "unknown",
                                                "",
                                                1))),
                plant(
                        UNANSWERED,
                        "an assignment is pending",
                        all -> swap(all, SMS_CHAT, new Fact.Chat("chat-1", "key-1", "pending"))),
                plant(
                        UNANSWERED,
                        "it did not come to rest",
                        all -> swap(all, new Fact.Ended(true, 99), new Fact.Ended(false, 99))),
                plant(
                        UNANSWERED,
                        "a fault did not happen",
                        all -> all.add(new Fact.Missed("mid-write", "voice-caller", 30))),
                plant(UNANSWERED, "the end is missing", all -> all.removeLast()),
                plant(
                        UNANSWERED,
                        "nothing happened",
                        all -> {
                            all.clear();
                            all.add(new Fact.Ended(true, 99));
                        }),
                plant(
                        CONTRADICTED,
                        "a refused text came",
                        all -> {
                            swap(all, SMS, message("failed", "message_rejected", 1));
                            swap(
                                    all,
                                    SENT,
                                    effect("message-1", "chat-1", "rejected", "message_rejected"));
                        }),
                plant(
                        CONTRADICTED,
                        "the chat says what the ledger does not",
                        all -> swap(all, SMS, message("failed", "message_rejected", 1))),
                plant(
                        CONTRADICTED,
                        "the chat gives another reason",
                        all ->
                                swap(
                                        all,
                                        CALL,
                                        new Fact.Call(
                                                "call-2",
                                                "chat-2",
                                                "+12015550100",
                                                "failed",
                                                "busy",
                                                1))),
                plant(
                        CONTRADICTED,
                        "the chat is at an attempt that was not made",
                        all -> swap(all, SMS, message("accepted", "", 2))));
    }

    @Test
    void findsNothingInAGoodHistory() {
        assertThat(Checker.judge(new Facts(GOOD)).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("planted")
    void findsWhatWasPlanted(Finding.Kind kind, String what, Consumer<List<Fact>> plant) {
        var facts = new ArrayList<>(GOOD);
        plant.accept(facts);

        var verdict = Checker.judge(new Facts(facts));

        assertThat(verdict.findings()).as(what).extracting(Finding::kind).containsExactly(kind);
        assertThat(verdict.isGood()).isFalse();
    }

    @Test
    void judgesAHistoryThatWasWrittenAndReadLikeTheOriginal(@TempDir Path folder) {
        try (var history = History.in(folder)) {
            new Facts(GOOD).of(Fact.Seen.class).forEach(history::add);
            history.end(new Facts(GOOD).of(Fact.Found.class).toList());
            history.end(new Facts(GOOD).of(Fact.Found.class).toList());

            assertThat(history.facts().all()).containsExactlyInAnyOrderElementsOf(GOOD);
        }
        try (var again = History.in(folder)) {
            assertThat(again.seen(Fact.Acknowledged.class))
                    .hasSize(2)
                    .contains((Fact.Acknowledged) TOLD);
        }
    }

    @Test
    void allowsAnEventToComeAgain() {
        var facts = new ArrayList<>(GOOD);
        facts.add(event(9, "chat-1", "event-1", CREATED, "chat-1", 1));

        assertThat(Checker.judge(new Facts(facts)).isGood()).isTrue();
    }

    private static Arguments plant(Finding.Kind kind, String what, Consumer<List<Fact>> plant) {
        return arguments(kind, what, plant);
    }

    private static void swap(List<Fact> all, Fact one, Fact other) {
        all.set(all.indexOf(one), other);
    }

    private static Fact message(String status, String reason, int attempt) {
        return new Fact.Message("message-1", "chat-1", "text 1", status, reason, attempt);
    }

    private static Fact effect(String subject, String chat, String state, String reason) {
        return new Fact.Effect("channel-dispatcher", subject, chat, 1, state, reason, false);
    }

    private static Fact event(
            long offset, String chat, String event, String type, String subject, long sequence) {
        return new Fact.Published("chat.events", 0, offset, chat, event, type, subject, sequence);
    }
}
