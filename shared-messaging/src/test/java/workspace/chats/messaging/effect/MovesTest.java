package workspace.chats.messaging.effect;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Happening.Answered;
import workspace.chats.messaging.effect.Happening.Begun;
import workspace.chats.messaging.effect.Happening.Blocked;
import workspace.chats.messaging.effect.Happening.Claimed;
import workspace.chats.messaging.effect.Happening.DeadlinePassed;
import workspace.chats.messaging.effect.Happening.Expired;
import workspace.chats.messaging.effect.Happening.LeaseLapsed;
import workspace.chats.messaging.effect.Happening.Receipted;
import workspace.chats.messaging.effect.Happening.Seen;
import workspace.chats.messaging.effect.Happening.Simulated;
import workspace.chats.messaging.effect.Happening.Withdrawn;

class MovesTest {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Moves MOVES =
            new Moves(
                    new RetryWaits(
                            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3)),
                            0,
                            new Random(1)),
                    LOOK);

    private static final List<Happening> EVERYTHING =
            List.of(
                    new Claimed(),
                    new Begun(),
                    new Simulated(),
                    new Blocked(ReasonCode.RECIPIENT_OPTED_OUT),
                    new Withdrawn(Duration.ZERO),
                    new Answered(new Answer.Accepted("SM1")),
                    new Answered(new Answer.Refused(ReasonCode.RECIPIENT_INVALID, "21211")),
                    new Answered(new Answer.NotSent(ReasonCode.PROVIDER_THROTTLED, "20429")),
                    new Answered(new Answer.Unknown("20500")),
                    new LeaseLapsed(),
                    new Seen(new Look.Candidate("SM2", null, null)),
                    new Seen(new Look.Candidate("SM3", ReasonCode.DELIVERY_FAILED, "30008")),
                    new Receipted(new Receipt.Taken("SM4")),
                    new Receipted(
                            new Receipt.Undelivered("SM5", ReasonCode.DELIVERY_FAILED, "30008")),
                    new Receipted(new Receipt.Delivered("SM6")),
                    new Expired(),
                    new DeadlinePassed());

    @Test
    void knowsTheseMovesAndNoOthers() {
        assertThat(everyMove(Some.effect(Medium.SMS, false, 1)))
                .isEqualToNormalizingNewlines(
                        """
                        planned: Claimed -> claimed
                        planned: Taken -> accepted SM4, tells Accepted
                        planned: Undelivered -> undelivered SM5, tells Failed delivery_failed 30008
                        planned: Delivered -> delivered SM6, tells Delivered
                        planned: Expired -> expired, tells Failed message_expired
                        deferred: Claimed -> claimed
                        deferred: Taken -> accepted SM4, tells Accepted
                        deferred: Undelivered -> undelivered SM5, tells Failed delivery_failed 30008
                        deferred: Delivered -> delivered SM6, tells Delivered
                        deferred: Expired -> expired, tells Failed message_expired
                        claimed: Begun -> submitting
                        claimed: Blocked -> blocked, tells Failed recipient_opted_out
                        claimed: Withdrawn -> planned
                        claimed: LeaseLapsed -> planned
                        claimed: Taken -> accepted SM4, tells Accepted
                        claimed: Undelivered -> undelivered SM5, tells Failed delivery_failed 30008
                        claimed: Delivered -> delivered SM6, tells Delivered
                        claimed: Expired -> expired, tells Failed message_expired
                        submitting: Withdrawn -> planned
                        submitting: Accepted -> accepted SM1, tells Accepted
                        submitting: Refused -> rejected, tells Failed recipient_invalid 21211
                        submitting: NotSent -> planned in 1 s
                        submitting: Unknown -> unknown in 5 s, tells Unknown
                        submitting: LeaseLapsed -> unknown in 5 s, tells Unknown
                        submitting: Taken -> accepted SM4, tells Accepted
                        submitting: Undelivered -> undelivered SM5, tells Failed delivery_failed 30008
                        submitting: Delivered -> delivered SM6, tells Delivered
                        unknown: Withdrawn -> rejected, tells Failed dispatch_failed
                        unknown: Accepted -> accepted SM1, tells Accepted
                        unknown: Refused -> rejected, tells Failed recipient_invalid 21211
                        unknown: NotSent -> rejected, tells Failed provider_throttled 20429
                        unknown: Seen -> accepted SM2, tells Accepted
                        unknown: Seen -> rejected SM3, tells Failed delivery_failed 30008
                        unknown: Taken -> accepted SM4, tells Accepted
                        unknown: Undelivered -> undelivered SM5, tells Failed delivery_failed 30008
                        unknown: Delivered -> delivered SM6, tells Delivered
                        unknown: DeadlinePassed -> outcome_unknown, tells Failed outcome_unknown
                        outcome_unknown: Withdrawn -> rejected, tells Failed dispatch_failed
                        outcome_unknown: Accepted -> accepted SM1, tells Accepted
                        outcome_unknown: Refused -> rejected, tells Failed recipient_invalid 21211
                        outcome_unknown: NotSent -> rejected, tells Failed provider_throttled 20429
                        outcome_unknown: Seen -> accepted SM2, tells Accepted
                        outcome_unknown: Seen -> rejected SM3, tells Failed delivery_failed 30008
                        outcome_unknown: Taken -> accepted SM4, tells Accepted
                        outcome_unknown: Undelivered -> undelivered SM5, tells Failed delivery_failed 30008
                        outcome_unknown: Delivered -> delivered SM6, tells Delivered
                        blocked: Undelivered -> undelivered SM5, tells Failed delivery_failed 30008
                        blocked: Delivered -> delivered SM6, tells Delivered
                        expired: Undelivered -> undelivered SM5, tells Failed delivery_failed 30008
                        expired: Delivered -> delivered SM6, tells Delivered
                        rejected: Undelivered -> undelivered SM5, tells Failed delivery_failed 30008
                        rejected: Delivered -> delivered SM6, tells Delivered
                        accepted: Undelivered -> undelivered SM5, tells Failed delivery_failed 30008
                        accepted: Delivered -> delivered SM6, tells Delivered
                        undelivered: Delivered -> delivered SM6, tells Delivered
                        """);
    }

    @Test
    void acceptsWithoutAProvider_onlyWhatIsSimulated() {
        var pretended = Some.effect(Medium.SMS, true, 0);

        assertThat(MOVES.of(State.CLAIMED, pretended, new Simulated()))
                .contains(Move.accepted(null, true));
        assertThat(MOVES.of(State.CLAIMED, real(), new Simulated())).isEmpty();
    }

    @Test
    void saysThatACallExpired_whenItIsACall() {
        var call = Some.effect(Medium.CALL, false, 0);

        assertThat(MOVES.of(State.PLANNED, call, new Expired()))
                .contains(Move.failed(State.EXPIRED, ReasonCode.CALL_EXPIRED, null));
    }

    @Test
    void triesAgain_untilTheWaitsRunOut() {
        var throttled = new Answered(new Answer.NotSent(ReasonCode.PROVIDER_THROTTLED, "20429"));

        assertThat(waits(throttled, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(waits(throttled, 2)).isEqualTo(Duration.ofSeconds(3));
        assertThat(MOVES.of(State.SUBMITTING, Some.effect(Medium.SMS, false, 3), throttled))
                .contains(Move.failed(State.REJECTED, ReasonCode.PROVIDER_THROTTLED, "20429"));
    }

    @ParameterizedTest
    @EnumSource
    void onlyGoesUp_onceARequestMayHaveBeenWritten(State from) {
        if (from.rank() < State.UNKNOWN.rank()) {
            return;
        }
        for (var happening : EVERYTHING) {
            MOVES.of(from, real(), happening)
                    .ifPresent(move -> assertThat(move.to().rank()).isGreaterThan(from.rank()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsOthers_wheneverItBecomesFinalOrUnknown(State from) {
        for (var happening : EVERYTHING) {
            MOVES.of(from, real(), happening)
                    .ifPresent(move ->
                            assertThat(move.outcome() != null)
                                    .isEqualTo(move.to().isFinal() || move.to() == State.UNKNOWN));
        }
    }

    private static Effect real() {
        return Some.effect(Medium.SMS, false, 1);
    }

    private static Duration waits(Happening happening, int tries) {
        return MOVES.of(State.SUBMITTING, Some.effect(Medium.SMS, false, tries), happening)
                .orElseThrow()
                .after();
    }

    private static String everyMove(Effect effect) {
        return Arrays.stream(State.values())
                .flatMap(from -> EVERYTHING.stream().flatMap(what -> line(from, effect, what)))
                .collect(joining("\n", "", "\n"));
    }

    private static Stream<String> line(State from, Effect effect, Happening what) {
        return MOVES.of(from, effect, what).stream()
                .map(move -> from.code() + ": " + name(what) + " -> " + words(move));
    }

    private static String name(Happening what) {
        return switch (what) {
            case Answered(var answer) -> answer.getClass().getSimpleName();
            case Receipted(var receipt) -> receipt.getClass().getSimpleName();
            default -> what.getClass().getSimpleName();
        };
    }

    private static String words(Move move) {
        var wait = move.after().isZero() ? "" : " in " + move.after().toSeconds() + " s";
        var id = move.providerId() == null ? "" : " " + move.providerId();
        return move.to().code() + id + wait + (move.outcome() == null ? "" : tells(move.outcome()));
    }

    private static String tells(Outcome outcome) {
        return ", tells "
                + switch (outcome) {
                    case Outcome.Accepted _ -> "Accepted";
                    case Outcome.Delivered _ -> "Delivered";
                    case Outcome.Unknown _ -> "Unknown";
                    case Outcome.Failed(var reason, var code) ->
                            "Failed " + reason.code() + (code == null ? "" : " " + code);
                };
    }
}
