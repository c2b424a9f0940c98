package workspace.chats.messaging.effect;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Commits {@code submitting} for many effects at once, right before their requests are written. */
final class Begins {

    private final Effects effects;
    private final Batches<Begin> batches;

    Begins(Effects effects, EffectSettings settings) {
        this.effects = effects;
        this.batches = new Batches<>(settings.inFlight(), this::commit);
    }

    /**
     * Answers the entry as it is committed, as it was when its workspace may not send more at
     * present, or nothing when it may not be sent any more. Fails when nobody can say whether it
     * was committed.
     */
    CompletableFuture<Optional<Entry>> begin(Entry claimed) {
        var begin = new Begin(claimed, new CompletableFuture<>());
        batches.add(begin);
        return begin.begun;
    }

    /** Commits those that wait. */
    void next() throws InterruptedException {
        batches.next();
    }

    private void commit(List<Begin> batch) {
        try {
            var begun = byClaim(effects.begin(batch.stream().map(Begin::claimed).toList()));
            batch.forEach(
                    each -> each.begun.complete(Optional.ofNullable(begun.get(each.claim()))));
        } catch (RuntimeException | Error failure) {
            batch.forEach(each -> each.begun.completeExceptionally(failure));
        } finally { // when even that failed: what nobody writes is left to the lease
            batch.forEach(each -> each.begun.complete(Optional.empty()));
        }
    }

    /**
     * By the claim and not by the effect: behind a statement that hung for longer than a lease both
     * an old and a new claim of one effect may wait, and only the new one may write.
     */
    private static Map<UUID, Entry> byClaim(List<Entry> entries) {
        return entries.stream()
                .collect(toMap(entry -> requireNonNull(entry.token()), Function.identity()));
    }

    private record Begin(Entry claimed, CompletableFuture<Optional<Entry>> begun) {
        UUID claim() {
            return requireNonNull(claimed.token());
        }
    }
}
