package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Happening.DeadlinePassed;
import workspace.chats.messaging.effect.Happening.LeaseLapsed;
import workspace.chats.messaging.effect.World.Rules;

/**
 * All of them, not a sample: answers, time-outs, resets, receipts, looks, crashes, lapsed leases,
 * pauses and wishes to try again, in every order, with three instances and three tries. Needs no
 * generator and no seed; a fault is told by a shortest trace that leads to it.
 */
class EveryTraceTest {

    private static final Moves MOVES =
            new Moves(
                    new RetryWaits(
                            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3)),
                            0,
                            new Random(1)),
                    Duration.ofSeconds(5));

    @Test
    void neverSendsTwice_neverLies_andAlwaysEnds() {
        var all = Exploration.of(MOVES::of);

        assertThat(all.shortestFault()).isEmpty();
        assertThat(all.deadEnd()).isEmpty();
        assertThat(all.ends())
                .containsExactlyInAnyOrder(
                        State.OUTCOME_UNKNOWN,
                        State.BLOCKED,
                        State.EXPIRED,
                        State.REJECTED,
                        State.ACCEPTED,
                        State.UNDELIVERED,
                        State.DELIVERED);
        assertThat(all.size()).as("worlds").isGreaterThan(2_000);
    }

    @Test
    void findsAMoveThatSendsTwice() {
        Rules broken =
                (state, effect, happening) ->
                        state == State.SUBMITTING && happening instanceof LeaseLapsed
                                ? Optional.of(Move.back(Duration.ZERO, false))
                                : MOVES.of(state, effect, happening);

        assertThat(Exploration.of(broken).shortestFault())
                .hasValueSatisfying(trace ->
                        assertThat(trace)
                                .startsWith("may be sent again")
                                .contains("the lease ends")
                                .hasLineCount(7));
    }

    @Test
    void findsAMoveThatLies() {
        Rules broken =
                (state, effect, happening) ->
                        state == State.SUBMITTING && happening instanceof LeaseLapsed
                                ? Optional.of(
                                        Move.failed(
                                                State.REJECTED, ReasonCode.DISPATCH_FAILED, null))
                                : MOVES.of(state, effect, happening);

        assertThat(Exploration.of(broken).shortestFault())
                .hasValueSatisfying(trace -> assertThat(trace).startsWith("told a lie"));
    }

    @Test
    void findsATraceThatNeverEnds() {
        Rules broken =
                (state, effect, happening) ->
                        happening instanceof DeadlinePassed
                                ? Optional.empty()
                                : MOVES.of(state, effect, happening);

        assertThat(Exploration.of(broken).deadEnd())
                .hasValueSatisfying(
                        trace -> assertThat(trace).contains("a holder crashes -> submitting"));
    }
}
