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
import java.util.Set;
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
    private static final String UPDATED = "workspace.chats.ChatUpdated.v1";
    private static final String ACCEPTED = "workspace.chats.MessageAccepted.v1";

    private static final Fact BEGAN = new Fact.Began("test", 1, 1, 2, 1, 1, 0);
    private static final Fact TOLD = told(0, "key-0", "chat-1", "sms", true);
    private static final Fact CHANGED = new Fact.Changed(0, "key-0", "chat-1", 1, 12);
    private static final Fact SMS_CHAT = new Fact.Chat("chat-1", "key-0", "active");
    private static final Fact ASSIGNED = new Fact.Assignment("assignment-1", "chat-1");
    private static final Fact SMS = message("accepted", "", 1);
    private static final Fact SENT = effect("message-1", "chat-1", "accepted", "");
    private static final Fact ON_PHONE = new Fact.Received("sms", "+12015550101", "text 1", 20);
    private static final Fact CREATION = event(0, "chat-1", "event-1", CREATED, "chat-1", 1);
    private static final Fact UPDATE = event(1, "chat-1", "event-2", UPDATED, "chat-1", 2);

    private static final Fact TOLD_TOO = told(1, "key-1", "chat-2", "call", false);
    private static final Fact CHANGED_TOO = new Fact.Changed(1, "key-1", "chat-2", 2, 13);
    private static final Fact VOICE_CHAT = new Fact.Chat("chat-2", "key-1", "");
    private static final Fact CALL = call("failed", "outcome_unknown");
    private static final Fact PERHAPS =
            effect("call-2", "chat-2", "outcome_unknown", "outcome_unknown");
    private static final Fact RANG = new Fact.Received("call", "+12015550100", "+12015550100", 21);

    private static final Fact KILL = new Fact.Disturbed("kill -9", "chat-api", 15);
    private static final Fact ROUND = new Fact.Round(1, 16);

    private static final List<Fact> GOOD =
            List.of(
                    BEGAN,
                    KILL,
                    ROUND,
                    TOLD,
                    CHANGED,
                    SMS_CHAT,
                    ASSIGNED,
                    SMS,
                    SENT,
                    ON_PHONE,
                    CREATION,
                    UPDATE,
                    TOLD_TOO,
                    CHANGED_TOO,
                    VOICE_CHAT,
                    CALL,
                    PERHAPS,
                    RANG,
                    event(2, "chat-2", "event-3", CREATED, "chat-2", 1),
                    event(3, "chat-2", "event-5", UPDATED, "chat-2", 2),
                    new Fact.Published(
                            "dispatch.events", 0, 0, "chat-1", "event-4", ACCEPTED, "message-1", 4),
                    new Fact.Ended(true, 99));

    static Stream<Arguments> planted() {
        return Stream.of(
                plant(
                        LOST,
                        "an acknowledged chat is gone",
                        all -> all.add(told(1, "key-9", "chat-3", "none", false))),
                plant(
                        LOST,
                        "a client was told of another's chat",
                        all -> swap(all, TOLD, told(0, "key-9", "chat-1", "sms", true))),
                plant(
                        LOST,
                        "a text that was asked for vanished with all its traces",
                        all -> all.removeAll(List.of(SMS, SENT, ON_PHONE))),
                plant(
                        LOST,
                        "a call that was asked for vanished with all its traces",
                        all -> all.removeAll(List.of(CALL, PERHAPS, RANG))),
                plant(
                        LOST,
                        "a text that was asked for is only kept",
                        all -> {
                            swap(all, SMS, message("none", "", 1));
                            all.removeAll(List.of(SENT, ON_PHONE));
                        }),
                plant(
                        LOST,
                        "a workflow that was asked for was dropped",
                        all -> {
                            swap(all, SMS_CHAT, new Fact.Chat("chat-1", "key-0", ""));
                            all.remove(ASSIGNED);
                        }),
                plant(
                        LOST,
                        "an assignment of which the chat knows nothing",
                        all -> swap(all, SMS_CHAT, new Fact.Chat("chat-1", "key-0", ""))),
                plant(LOST, "no event of a change", all -> all.remove(UPDATE)),
                plant(
                        LOST,
                        "a text came to somebody else's phone",
                        all ->
                                swap(
                                        all,
                                        ON_PHONE,
                                        new Fact.Received("sms", "+12015550199", "text 1", 20))),
                plant(
                        LOST,
                        "a text came as a letter",
                        all ->
                                swap(
                                        all,
                                        ON_PHONE,
                                        new Fact.Received("email", "+12015550101", "text 1", 20))),
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
                        all -> all.add(event(9, "chat-9", "event-9", UPDATED, "chat-9", 2))),
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
                        all -> all.add(new Fact.Received("sms", "+12015550101", "text 9", 30))),
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
                            all.add(new Fact.Chat("chat-4", "key-0", ""));
                            all.add(event(9, "chat-4", "event-9", CREATED, "chat-4", 1));
                        }),
                plant(
                        DUPLICATED,
                        "one key was told of two chats",
                        all -> {
                            all.add(new Fact.Chat("chat-4", "key-0", ""));
                            all.add(event(9, "chat-4", "event-9", CREATED, "chat-4", 1));
                            all.add(told(0, "key-0", "chat-4", "none", false));
                        }),
                plant(
                        DUPLICATED,
                        "two texts where one was asked for",
                        all ->
                                all.addAll(
                                        List.of(
                                                new Fact.Message(
                                                        "message-9",
                                                        "chat-1",
                                                        "sms",
                                                        "+12015550101",
                                                        "text 9",
                                                        "accepted",
                                                        "",
                                                        1),
                                                effect("message-9", "chat-1", "accepted", ""),
                                                new Fact.Received(
                                                        "sms", "+12015550101", "text 9", 22)))),
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
                            swap(all, UPDATE, event(0, "chat-1", "event-2", UPDATED, "chat-1", 2));
                        }),
                plant(
                        REORDERED,
                        "two events with one number",
                        all ->
                                swap(
                                        all,
                                        UPDATE,
                                        event(1, "chat-1", "event-2", UPDATED, "chat-1", 1))),
                plant(
                        REORDERED,
                        "an event without a number",
                        all ->
                                swap(
                                        all,
                                        UPDATE,
                                        event(1, "chat-1", "event-2", UPDATED, "chat-1", -1))),
                plant(
                        REORDERED,
                        "one chat on two partitions",
                        all ->
                                swap(
                                        all,
                                        UPDATE,
                                        new Fact.Published(
                                                "chat.events",
                                                1,
                                                1,
                                                "chat-1",
                                                "event-2",
                                                UPDATED,
                                                "chat-1",
                                                2))),
                plant(
                        UNANSWERED,
                        "a client gave up",
                        all -> swap(all, CHANGED, new Fact.GaveUp(0, "key-0", 503, 30))),
                plant(
                        UNANSWERED,
                        "a client gave up, and was answered when the run went on",
                        all -> all.add(new Fact.GaveUp(0, "key-0", 503, 9))),
                plant(
                        UNANSWERED,
                        "a client got what breaks the contract",
                        all ->
                                swap(
                                        all,
                                        CHANGED,
                                        new Fact.BrokeOff(0, "key-0", "no such answer", 30))),
                plant(
                        UNANSWERED,
                        "a client of whom nobody heard",
                        all -> swap(all, BEGAN, new Fact.Began("test", 1, 1, 3, 1, 1, 0))),
                plant(UNANSWERED, "a round is missing", all -> all.remove(ROUND)),
                plant(UNANSWERED, "no fault at all", all -> all.remove(KILL)),
                plant(UNANSWERED, "no beginning", all -> all.remove(BEGAN)),
                plant(
                        UNANSWERED,
                        "a failure without a reason",
                        all -> {
                            swap(all, CALL, call("failed", ""));
                            swap(all, PERHAPS, effect("call-2", "chat-2", "outcome_unknown", ""));
                        }),
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
                            swap(all, CALL, call("unknown", ""));
                            swap(all, PERHAPS, effect("call-2", "chat-2", "unknown", ""));
                        }),
                plant(UNANSWERED, "a call is unknown", all -> swap(all, CALL, call("unknown", ""))),
                plant(
                        UNANSWERED,
                        "an assignment is pending",
                        all -> swap(all, SMS_CHAT, new Fact.Chat("chat-1", "key-0", "pending"))),
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
                        all -> swap(all, CALL, call("failed", "busy"))),
                plant(
                        CONTRADICTED,
                        "a word that nobody knows",
                        all -> swap(all, CALL, call("vanished", ""))),
                plant(
                        CONTRADICTED,
                        "an attempt of no chat",
                        all -> all.add(effect("message-9", "chat-1", "accepted", ""))),
                plant(
                        CONTRADICTED,
                        "an assignment of no chat",
                        all -> all.add(new Fact.Assignment("assignment-9", "chat-9"))),
                plant(
                        CONTRADICTED,
                        "assigned though nobody had asked",
                        all -> {
                            swap(all, VOICE_CHAT, new Fact.Chat("chat-2", "key-1", "active"));
                            all.add(new Fact.Assignment("assignment-2", "chat-2"));
                        }),
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

        assertThat(verdict.findings()).as(what).extracting(Finding::kind).containsOnly(kind);
        assertThat(verdict.isGood()).isFalse();
    }

    @Test
    void judgesAHistoryThatWasWrittenAndReadLikeTheOriginal(@TempDir Path folder) {
        try (var history = History.in(folder)) {
            new Facts(GOOD).of(Fact.Seen.class).forEach(history::add);
            assertThat(history.isEnded()).isFalse();
            history.end(new Facts(GOOD).of(Fact.Found.class).toList());
            history.end(new Facts(GOOD).of(Fact.Found.class).toList());

            assertThat(history.facts().all()).containsExactlyInAnyOrderElementsOf(GOOD);
            assertThat(history.isEnded()).isTrue();
        }
        try (var again = History.in(folder)) {
            assertThat(again.seen(Fact.Acknowledged.class))
                    .hasSize(2)
                    .contains((Fact.Acknowledged) TOLD);
        }
    }

    @Test
    void allowsAClientToBeToldAgain() {
        var facts = new ArrayList<>(GOOD);
        facts.addAll(List.of(TOLD, CHANGED));

        assertThat(Checker.judge(new Facts(facts)).isGood()).isTrue();
    }

    @Test
    void allowsFailuresThatNobodyCanExplain_onlyUpToAShare() {
        assertThat(new Outcomes(0, Set.of()).judge(new Facts(GOOD))).isEmpty();
        var unknown = new ArrayList<>(GOOD);
        swap(unknown, SMS, message("failed", "outcome_unknown", 1));

        assertThat(new Outcomes(100, Set.of()).judge(new Facts(unknown))).isEmpty();
        assertThat(new Outcomes(99, Set.of()).judge(new Facts(unknown)))
                .extracting(Finding::kind)
                .containsExactly(CONTRADICTED);
    }

    @Test
    void allowsNoFailureOfWhichTheRunKnowsNothing() {
        var refused = new ArrayList<>(GOOD);
        swap(refused, SMS, message("failed", "dispatch_failed", 1));

        assertThat(new Outcomes(50, Set.of("dispatch_failed")).judge(new Facts(refused))).isEmpty();
        assertThat(new Outcomes(50, Set.of()).judge(new Facts(refused)))
                .extracting(Finding::kind)
                .containsExactly(CONTRADICTED);
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
        return new Fact.Message(
                "message-1", "chat-1", "sms", "+12015550101", "text 1", status, reason, attempt);
    }

    private static Fact call(String status, String reason) {
        return new Fact.Call("call-2", "chat-2", "+12015550100", status, reason, 1);
    }

    private static Fact told(int number, String key, String chat, String medium, boolean assigned) {
        return new Fact.Acknowledged(number, key, chat, medium, assigned, 1, "chat-api", 10);
    }

    private static Fact effect(String subject, String chat, String state, String reason) {
        return new Fact.Effect("channel-dispatcher", subject, chat, 1, state, reason, false);
    }

    private static Fact event(
            long offset, String chat, String event, String type, String subject, long sequence) {
        return new Fact.Published("chat.events", 0, offset, chat, event, type, subject, sequence);
    }
}
