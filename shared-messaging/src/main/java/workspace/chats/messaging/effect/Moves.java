package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/**
 * All legal moves in one place. What is not here does not happen: an empty answer means that the
 * happening comes too late, or twice, and changes nothing.
 *
 * <p>The rule above all: from {@code submitting} an effect goes back to {@code planned} only when
 * it is certain that nothing was sent.
 */
record Moves(RetryWaits retryWaits, Duration firstLook) {

    Optional<Move> of(State state, Effect effect, Happening happening) {
        return happening instanceof Receipted(var receipt)
                ? receipted(state, receipt)
                : Optional.ofNullable(unlessReceipted(state, effect, happening));
    }

    private @Nullable Move unlessReceipted(State state, Effect effect, Happening happening) {
        return switch (state) {
            case PLANNED, DEFERRED -> planned(effect, happening);
            case CLAIMED -> claimed(effect, happening);
            case SUBMITTING -> submitting(effect, happening);
            case UNKNOWN -> unknown(happening);
            case OUTCOME_UNKNOWN -> outcomeUnknown(happening);
            case BLOCKED, EXPIRED, REJECTED, ACCEPTED, UNDELIVERED, DELIVERED -> null;
        };
    }

    /**
     * A receipt proves that the provider took it, wherever we believe it to stand; so it is not
     * sent any more, and only the rank decides what is new.
     */
    private static Optional<Move> receipted(State state, Receipt receipt) {
        var move =
                switch (receipt) {
                    case Receipt.Taken(var id) -> Move.accepted(id, false);
                    case Receipt.Delivered(var id) -> Move.delivered(id);
                    case Receipt.Undelivered(var id, var reason, var code) ->
                            Move.failed(State.UNDELIVERED, reason, code).with(id);
                };
        return move.to().rank() > state.rank() ? Optional.of(move) : Optional.empty();
    }

    private static @Nullable Move planned(Effect effect, Happening happening) {
        return switch (happening) {
            case Claimed _ -> Move.to(State.CLAIMED);
            case Expired _ -> Move.failed(State.EXPIRED, effect.medium().expired(), null);
            case Withdrawn _, Blocked _, Simulated _, Begun _ -> null;
            case Answered _, LeaseLapsed _, Seen _, Receipted _, DeadlinePassed _ -> null;
        };
    }

    private static @Nullable Move claimed(Effect effect, Happening happening) {
        return switch (happening) {
            case Begun _ -> Move.to(State.SUBMITTING);
            case Simulated _ -> effect.simulated() ? Move.accepted(null, true) : null;
            case Blocked(var reason) -> Move.failed(State.BLOCKED, reason, null);
            case Withdrawn(var after) -> Move.back(after, false);
            case LeaseLapsed _ -> Move.back(Duration.ZERO, false);
            case Expired _ -> Move.failed(State.EXPIRED, effect.medium().expired(), null);
            case Claimed _, Answered _, Seen _, Receipted _, DeadlinePassed _ -> null;
        };
    }

    private @Nullable Move submitting(Effect effect, Happening happening) {
        return switch (happening) {
            case Answered(var answer) -> answered(effect, answer);
            case Withdrawn(var after) -> Move.back(after, true);
            case LeaseLapsed _ -> Move.unknown(null, firstLook);
            case Claimed _, Blocked _, Simulated _, Begun _ -> null;
            case Seen _, Receipted _, Expired _, DeadlinePassed _ -> null;
        };
    }

    private Move answered(Effect effect, Answer answer) {
        return switch (answer) {
            case Answer.Accepted(var id) -> Move.accepted(id, false);
            case Answer.Refused(var reason, var code, var id) ->
                    Move.failed(State.REJECTED, reason, code).with(id);
            case Answer.NotSent(var reason, var code) ->
                    retryWaits
                            .after(effect.tries())
                            .map(wait -> Move.again(wait, reason, code))
                            .orElseGet(() -> Move.failed(State.REJECTED, reason, code));
            case Answer.Unknown(var code) -> Move.unknown(code, firstLook);
        };
    }

    private static @Nullable Move unknown(Happening happening) {
        return switch (happening) {
            case Answered(var answer) -> answeredLate(answer);
            case Seen(var candidate) -> seen(candidate);
            case Withdrawn _ -> Move.failed(State.REJECTED, ReasonCode.DISPATCH_FAILED, null);
            case DeadlinePassed _ ->
                    Move.failed(State.OUTCOME_UNKNOWN, ReasonCode.OUTCOME_UNKNOWN, null);
            case Claimed _, Blocked _, Simulated _, Begun _ -> null;
            case Receipted _, LeaseLapsed _, Expired _ -> null;
        };
    }

    private static @Nullable Move outcomeUnknown(Happening happening) {
        return switch (happening) {
            case Answered(var answer) -> answeredLate(answer);
            case Seen(var candidate) -> seen(candidate);
            case Withdrawn _ -> Move.failed(State.REJECTED, ReasonCode.DISPATCH_FAILED, null);
            case Claimed _, Blocked _, Simulated _, Begun _ -> null;
            case Receipted _, LeaseLapsed _, Expired _, DeadlinePassed _ -> null;
        };
    }

    /**
     * Others were already told that nobody knows, so even a safe failure is now a person's turn.
     */
    private static @Nullable Move answeredLate(Answer answer) {
        return switch (answer) {
            case Answer.Accepted(var id) -> Move.accepted(id, false);
            case Answer.Refused(var reason, var code, var id) ->
                    Move.failed(State.REJECTED, reason, code).with(id);
            case Answer.NotSent(var reason, var code) -> Move.failed(State.REJECTED, reason, code);
            case Answer.Unknown _ -> null;
        };
    }

    private static Move seen(Look.Candidate found) {
        return found.refusal() == null
                ? Move.accepted(found.providerId(), false)
                : Move.failed(State.REJECTED, found.refusal(), found.providerCode())
                        .with(found.providerId());
    }
}
