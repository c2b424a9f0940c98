package workspace.chats.api.outcome;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who waits for which message: one future per message, however many wait for it. */
final class Waiters {

    private final Map<SubjectRef, Parked> parked = new ConcurrentHashMap<>();

    /** Every {@code join} is followed by one {@link #leave}. */
    CompletableFuture<Void> join(SubjectRef message) {
        var first = new Parked(new CompletableFuture<>(), 1);
        return parked.merge(message, first, (there, one) -> there.plus(1)).settled();
    }

    void leave(SubjectRef message) {
        parked.computeIfPresent(message, (key, there) -> there.withoutOne());
    }

    void wake(Collection<SubjectRef> settled) {
        for (var message : settled) {
            var waiting = parked.get(message);
            if (waiting != null) {
                waiting.settled().complete(null);
            }
        }
    }

    Set<SubjectRef> messages() {
        return Set.copyOf(parked.keySet());
    }

    int count() {
        return parked.size();
    }

    private record Parked(CompletableFuture<Void> settled, int waiters) {

        Parked plus(int more) {
            return new Parked(settled, waiters + more);
        }

        @Nullable Parked withoutOne() {
            return waiters == 1 ? null : plus(-1);
        }
    }
}
