package workspace.chats.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.Facts;
import workspace.chats.system.history.Finding;

/** What some scenarios promise beyond what is promised always is judged, too. */
class PromisesTest {

    private static final Fact AT_ONCE = told("c1", 1, "chat-api", 50);
    private static final Fact SOON = new Fact.Measured("the outboxes are drained", 60_000, 200);
    private static final Fact DOWN = new Fact.Disturbed("kill -9", "kafka", 10);
    private static final Fact BACK = new Fact.Disturbed("down for 90 s", "kafka", 100);
    private static final Fact DISPATCHER_KILLED =
            new Fact.Disturbed("kill -9", "channel-dispatcher", 5);
    private static final Fact CALLER_KILLED = new Fact.Disturbed("kill -9", "voice-caller", 5);
    private static final Fact ROUND = new Fact.Round(1, 100);

    @Test
    void withoutKafka_everybodyIsAnsweredAtOnceAndSoonTold() {
        assertThat(judged("kafka-down", DOWN, AT_ONCE, BACK, SOON)).isEmpty();
    }

    @Test
    void withoutKafka_aSecondRequestIsOneTooMany() {
        var repeated = told("c2", 2, "chat-api", 60);
        var changed = new Fact.Changed(3, "k3", "c3", 2, 60);
        assertThat(judged("kafka-down", DOWN, AT_ONCE, repeated, changed, BACK, SOON))
                .extracting(Finding::id)
                .containsExactly("c2", "c3");
    }

    @Test
    void withoutKafka_anAnswerThatWaitsForItIsNone() {
        assertThat(judged("kafka-down", DOWN, BACK, told("c2", 1, "chat-api", 101), SOON))
                .extracting(Finding::what)
                .containsExactly("only 0 were answered without kafka");
    }

    @Test
    void withoutKafka_anOutboxThatDrainsLateOrNeverIsTold() {
        var late = new Fact.Measured("the outboxes are drained", 60_001, 200);
        for (var history :
                List.of(List.of(DOWN, AT_ONCE, BACK, late), List.of(DOWN, AT_ONCE, BACK))) {
            assertThat(judged("kafka-down", history.toArray(Fact[]::new)))
                    .extracting(Finding::what)
                    .containsExactly("drained late");
        }
    }

    @Test
    void twoInstances_areNoneWhenOneServedNobody() {
        assertThat(judged("two-instances", AT_ONCE, told("c2", 1, "chat-api-2", 60))).isEmpty();
        assertThat(judged("two-instances", AT_ONCE))
                .extracting(Finding::id)
                .containsExactly("chat-api-2");
    }

    @Test
    void whatCameTooLate_saysSoAndIsNotSent() {
        var late = message("message_expired");
        assertThat(judged("expired", late)).isEmpty();
        assertThat(judged("expired", message("outcome_unknown")))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.CONTRADICTED);
        assertThat(judged("expired", late, new Fact.Received("sms", "+12015550101", "text 1", 9)))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.DUPLICATED);
    }

    @Test
    void roughProviders_haveMetTheirShares() {
        assertThat(rough(drawn(20, 200), DISPATCHER_KILLED)).isEmpty();
        assertThat(rough(drawn(20, 0), DISPATCHER_KILLED)).containsExactly("Messages reset");
        assertThat(rough(drawn(20, 400), DISPATCHER_KILLED)).containsExactly("Messages reset");
        assertThat(rough(DISPATCHER_KILLED)).containsExactly("history");
    }

    @Test
    void roughProviders_areNoneWithoutTheKills() {
        assertThat(rough(drawn(20, 200), CALLER_KILLED)).containsExactly("channel-dispatcher");
    }

    @Test
    void aPauseMeetsAttemptsUnderWay() {
        var none = new Fact.Counted("attempts under way at a pause", 0, 5);
        assertThat(judged("pause", none, new Fact.Counted("attempts under way at a pause", 1, 6)))
                .isEmpty();
        assertThat(judged("pause", none)).hasSize(1);
    }

    @Test
    void aRelayDiesUnderOpenTransactions() {
        var none = new Fact.Counted("transactions open across a kill", 0, 5);
        assertThat(
                        judged(
                                "relay-kills",
                                ROUND,
                                new Fact.Counted("transactions open across a kill", 1, 5)))
                .isEmpty();
        assertThat(judged("relay-kills", ROUND, none)).hasSize(1);
    }

    @Test
    void aReplayOfNothingIsNone() {
        var read =
                Stream.of("chat-api", "assignment-service", "channel-dispatcher", "voice-caller")
                        .<Fact>map(
                                group -> new Fact.Counted("events to read again by " + group, 3, 5))
                        .toList();
        assertThat(judged("replay-all", read.toArray(Fact[]::new))).isEmpty();
        assertThat(judged("replay-all", read.subList(0, 3).toArray(Fact[]::new)))
                .extracting(Finding::id)
                .containsExactly("voice-caller");
    }

    private static List<Finding> judged(String scenario, Fact... facts) {
        return Scenarios.called(scenario).judge(new Facts(List.of(facts))).toList();
    }

    private static List<String> rough(Fact... facts) {
        var all = new ArrayList<>(List.of(facts));
        all.add(ROUND);
        return judged("provider", all.toArray(Fact[]::new)).stream().map(Finding::id).toList();
    }

    private static Fact drawn(int percent, int many) {
        return new Fact.Drawn("Messages", "reset", percent, many, 1_000, 5);
    }

    private static Fact told(String chat, int requests, String by, long at) {
        return new Fact.Acknowledged(1, "k1", chat, "none", false, requests, by, at);
    }

    private static Fact message(String reason) {
        return new Fact.Message(
                "message-1", "c1", "sms", "+12015550101", "text 1", "failed", reason, 1);
    }
}
