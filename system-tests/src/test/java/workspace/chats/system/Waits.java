package workspace.chats.system;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Times in milliseconds, in order; at least one. */
final class Waits {

    private final double[] sorted;

    private Waits(double[] sorted) {
        this.sorted = sorted;
    }

    static Waits of(DoubleStream times) {
        return new Waits(times.sorted().toArray());
    }

    /**
     * Of the texts that begin like this, from the chat's transaction to the provider's door. The
     * start is the message's {@code created_at}, taken just before the commit, so it includes the
     * commit; the end is the simulator's clock when the whole request was read. Both clocks are
     * this machine's. One that has not arrived counts as an eternity.
     */
    static Waits of(RunningSystem system, String round) {
        var arrivals = system.phones().arrivals(round);
        return of(
                system
                        .tables("chat-api")
                        .rows(
                                "select text, extract(epoch from created_at) * 1000 from message where text like '"
                                        + round
                                        + "%'",
                                row ->
                                        arrivals.getOrDefault(row.getString(1), Long.MAX_VALUE)
                                                - row.getDouble(2))
                        .stream()
                        .mapToDouble(wait -> wait));
    }

    int count() {
        return sorted.length;
    }

    /** The one that this share of them do not exceed, from above 0 to 1. */
    double at(double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** How much longer they are. */
    Waits beyond(double millis) {
        return of(Arrays.stream(sorted).map(wait -> wait - millis));
    }
}
