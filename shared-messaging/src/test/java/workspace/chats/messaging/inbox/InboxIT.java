package workspace.chats.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workspace.chats.messaging.inbox.Calls.id;
import static workspace.chats.messaging.inbox.Listening.CONSUMER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.messaging.testing.Engines;

/** An event is worked on once, however often and under however many ids it comes. */
@InboxTest
class InboxIT {

    @Autowired Listening listening;
    @Autowired Inbox inbox;
    @Autowired SeenEvents seenEvents;
    @Autowired JdbcClient jdbc;

    private Calls calls;

    @BeforeEach
    void begin() {
        calls = listening.begin();
    }

    @Test
    void worksOnAnEventOnce_whenItComesTwice() {
        var one = calls.ofAnyChat();
        var other = calls.ofAnyChat();

        inbox.receive(CONSUMER, List.of(one, other, one), calls::note);
        inbox.receive(CONSUMER, List.of(other, one), calls::note);

        assertThat(calls.worked()).containsExactly(id(one), id(other));
    }

    @Test
    void worksAgain_whenTheWorkWasRolledBack() {
        var event = calls.ofAnyChat();

        assertThatThrownBy(() ->
                        inbox.receive(CONSUMER, List.of(event), events -> Broken.hangUpOn(jdbc)))
                .isInstanceOf(HeldUp.class);
        inbox.receive(CONSUMER, List.of(event), calls::note);

        assertThat(calls.worked()).containsExactly(id(event));
    }

    @Test
    void passesOverWhatAsksNothingOfIt_andTakesItWhenMendedItDoes() {
        var ours = calls.ofAnyChat();
        var others = calls.ofAnyChat();
        var mended = calls.mended(others);

        inbox.receive(
                CONSUMER,
                List.of(others, ours),
                event -> event.chatId().toString().equals(ours.key()),
                calls::note);
        assertThat(calls.worked()).containsExactly(id(ours));

        inbox.receive(CONSUMER, List.of(mended), calls::note);
        assertThat(calls.worked()).containsExactly(id(ours), id(mended));
    }

    @Test
    void worksOnceOnAnEventAndItsMendedOnes_whicheverComesFirst() {
        var early = calls.ofAnyChat();
        var late = calls.ofAnyChat();
        var mended = calls.mended(early);
        var mendedLate = calls.mended(late);

        inbox.receive(CONSUMER, List.of(early), calls::note);
        inbox.receive(CONSUMER, List.of(mended, calls.mended(mended)), calls::note);
        inbox.receive(CONSUMER, List.of(mendedLate, late), calls::note);
        inbox.receive(CONSUMER, List.of(late, calls.mended(late)), calls::note);

        assertThat(calls.worked()).containsExactly(id(early), id(mendedLate));
    }

    @Test
    void forgetsWhatIsOld_andNothingElse() {
        var old = calls.ofAnyChat();
        var young = calls.ofAnyChat();
        inbox.receive(CONSUMER, List.of(old, young), calls::note);
        JdbcClient.create(Engines.database(InboxTest.DATABASE).owner())
                .sql(
                        "update inbox set received_at = received_at - interval '31 days' where event_id = ?")
                .param(id(old))
                .update();

        assertThat(seenEvents.forgetSome(Instant.now().minus(Duration.ofDays(30)))).isFalse();

        assertThat(seenEvents.remember(CONSUMER, List.of(id(old), id(young))))
                .containsExactly(id(old));
    }
}
