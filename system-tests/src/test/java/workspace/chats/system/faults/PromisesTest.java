package workspace.chats.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.Facts;
import workspace.chats.system.history.Finding;

/** What some scenarios promise beyond what is promised always is judged, too. */
class PromisesTest {

    private static final Fact AT_ONCE = new Fact.Acknowledged(1, "k1", "c1", 1, "chat-api", 1);
    private static final Fact SOON = new Fact.Measured("the outboxes are drained", 60_000, 2);

    @Test
    void withoutKafka_everybodyIsAnsweredAtOnceAndSoonTold() {
        assertThat(judged("kafka-down", AT_ONCE, SOON)).isEmpty();
    }

    @Test
    void withoutKafka_aSecondRequestIsOneTooMany() {
        var repeated = new Fact.Acknowledged(2, "k2", "c2", 2, "chat-api", 1);
        assertThat(judged("kafka-down", AT_ONCE, repeated, SOON))
                .extracting(Finding::what)
                .containsExactly("answered after 2 requests only");
    }

    @Test
    void withoutKafka_anOutboxThatDrainsLateIsTold() {
        var late = new Fact.Measured("the outboxes are drained", 60_001, 2);
        assertThat(judged("kafka-down", AT_ONCE, late))
                .extracting(Finding::what)
                .containsExactly("drained late");
    }

    @Test
    void twoInstances_areNoneWhenOneServedNobody() {
        var other = new Fact.Acknowledged(2, "k2", "c2", 1, "chat-api-2", 1);
        assertThat(judged("two-instances", AT_ONCE, other)).isEmpty();
        assertThat(judged("two-instances", AT_ONCE))
                .extracting(Finding::id)
                .containsExactly("chat-api-2");
    }

    private static List<Finding> judged(String scenario, Fact... facts) {
        return Scenarios.called(scenario).judge(new Facts(List.of(facts))).toList();
    }
}
