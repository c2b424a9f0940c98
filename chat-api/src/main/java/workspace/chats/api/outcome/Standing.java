package workspace.chats.api.outcome;

import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;

/**
 * Where an attempt at a message or a call stands: what the row says, and also what somebody reports
 * of it.
 */
record Standing(
        int attempt,
        Status status,
        @Nullable ReasonCode reason,
        @Nullable String providerCode,
        boolean simulated) {

    static Standing of(int attempt, Status status) {
        return new Standing(attempt, status, null, null, false);
    }

    static Standing accepted(int attempt, boolean simulated) {
        return new Standing(attempt, Status.ACCEPTED, null, null, simulated);
    }

    static Standing failed(int attempt, ReasonCode reason, @Nullable String providerCode) {
        return new Standing(attempt, Status.FAILED, reason, providerCode, false);
    }

    /**
     * What stands once this report is in; {@code this} itself when the report brings nothing new.
     * Reports may come twice, late and in any order: only a newer attempt or a higher rank counts.
     */
    Standing after(Standing reported) {
        if (status == Status.NONE || reported.attempt < attempt) {
            return this;
        }
        if (reported.attempt > attempt) {
            return reported;
        }
        return reported.rank() > rank() ? reported.simulatedIf(simulated) : this;
    }

    /**
     * What stands once it is known that this attempt is not made. Where the one before it stands is
     * reported anew. One that may have been sent, or failed at a provider, was made: then the
     * refusal is of long ago.
     */
    Standing afterRefusal(int refused, Standing before) {
        return refused == attempt && rank() < Status.UNKNOWN.rank() ? before : this;
    }

    /** What we say ourselves of an attempt about which nobody reported in time. */
    Standing givenUp(ReasonCode expired) {
        return failed(
                attempt, status == Status.UNKNOWN ? ReasonCode.OUTCOME_UNKNOWN : expired, null);
    }

    /** Whether a person must be told. A line that was busy is an answer, not an error. */
    boolean error() {
        return status == Status.FAILED;
    }

    /**
     * A failure stands above what the provider accepted, for then it was not delivered. Two
     * failures are doubtful, and give way to whoever knows better: {@code outcome_unknown}, and an
     * expiry for which no provider vouches, as we say it of ourselves when nobody reported in time.
     */
    int rank() {
        if (status != Status.FAILED || reason == null) {
            return status.rank();
        }
        return switch (reason) {
            case OUTCOME_UNKNOWN -> Status.UNKNOWN.rank() + 1;
            case MESSAGE_EXPIRED, CALL_EXPIRED ->
                    providerCode == null ? Status.UNKNOWN.rank() - 1 : status.rank();
            default -> status.rank();
        };
    }

    private Standing simulatedIf(boolean before) {
        return new Standing(attempt, status, reason, providerCode, simulated || before);
    }
}
