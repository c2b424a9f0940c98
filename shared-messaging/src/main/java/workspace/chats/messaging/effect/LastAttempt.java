package workspace.chats.messaging.effect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;

/**
 * The last attempt at a message or a call.
 *
 * @param version goes up with every move of this attempt
 * @param outcome what was told of it last; null while it is under way
 */
public record LastAttempt(Effect effect, long version, @Nullable Outcome outcome) {

    static LastAttempt read(ResultSet row, int number) throws SQLException {
        var entry = Entries.read(row, number);
        var reason = row.getString("reason");
        var failed =
                new Outcome.Failed(
                        ReasonCode.of(Objects.requireNonNullElse(reason, "")),
                        row.getString("provider_code"));
        return new LastAttempt(
                entry.effect(), entry.version(), outcome(entry.state(), entry.effect(), failed));
    }

    private static @Nullable Outcome outcome(State state, Effect effect, Outcome.Failed failed) {
        return switch (state) {
            case PLANNED, DEFERRED, CLAIMED, SUBMITTING -> null;
            case UNKNOWN -> new Outcome.Unknown();
            case ACCEPTED -> new Outcome.Accepted(effect.simulated());
            case DELIVERED -> new Outcome.Delivered();
            case OUTCOME_UNKNOWN, BLOCKED, EXPIRED, REJECTED, UNDELIVERED -> failed;
        };
    }
}
