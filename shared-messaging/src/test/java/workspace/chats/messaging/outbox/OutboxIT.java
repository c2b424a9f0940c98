package workspace.chats.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.events.AssignmentEvent.AssignmentCreated;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.OneService;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.trace.TraceContext;

@SpringBootTest(
        classes = OneService.class,
        properties = {"spring.application.name=one-service", "workspace.relay.enabled=false"})
class OutboxIT {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        Engines.registerFor(registry, "outbox_test");
    }

    @Autowired Outbox outbox;
    @Autowired TransactionOperations transaction;
    @Autowired JdbcClient jdbc;
    @Autowired Ids ids;

    @Test
    void keepsTheEventWithItsFact() {
        var id = ids.next();

        TraceContext.runWith(
                TRACE, () -> transaction.executeWithoutResult(tx -> outbox.append(id, event(), 7)));

        assertThat(row(id))
                .containsExactly(
                        "assignment.events",
                        "workspace.chats.AssignmentCreated.v1",
                        "/workspace-chats/one-service",
                        "7",
                        TRACE);
    }

    @Test
    void forgetsTheEvent_whenItsFactIsRolledBack() {
        var id = ids.next();

        transaction.executeWithoutResult(tx -> {
            outbox.append(id, event(), 1);
            tx.setRollbackOnly();
        });

        assertThat(count(id)).isZero();
    }

    @Test
    void refusesAnEvent_outsideATransaction() {
        var id = ids.next();

        assertThatThrownBy(() -> outbox.append(id, event(), 1))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(count(id)).isZero();
    }

    @Test
    void keepsTheOrderOfSeveralEvents() {
        var entries =
                List.of(1, 2, 3).stream()
                        .map(sequence -> new OutboxEntry(ids.next(), event(), sequence))
                        .toList();

        transaction.executeWithoutResult(tx -> outbox.append(entries));

        assertThat(
                        jdbc.sql("select id from outbox where id in (:ids) order by position")
                                .param("ids", entries.stream().map(OutboxEntry::eventId).toList())
                                .query(UUID.class)
                                .list())
                .containsExactlyElementsOf(entries.stream().map(OutboxEntry::eventId).toList());
    }

    private AssignmentCreated event() {
        return new AssignmentCreated(
                ids.next(), ids.next(), ids.next(), ids.next(), 1, Instant.EPOCH);
    }

    private List<String> row(UUID id) {
        return jdbc.sql(
                        "select topic, type, source, sequence, traceparent from outbox where id = ?")
                .param(id)
                .query((row, at) ->
                        List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)))
                .single();
    }

    private int count(UUID id) {
        return jdbc.sql("select count(*) from outbox where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
