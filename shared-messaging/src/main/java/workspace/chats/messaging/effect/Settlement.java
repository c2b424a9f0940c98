package workspace.chats.messaging.effect;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Something that happened to a row, to be written down; {@code done} when nothing is left to do.
 */
record Settlement(Entry entry, Happening happening, CompletableFuture<Void> done) {

    Settlement(Entry entry, Happening happening) {
        this(entry, happening, new CompletableFuture<>());
    }

    Settlement of(Entry seenNow) {
        return new Settlement(seenNow, happening, done);
    }

    /** The same answer without the id that it claims, if it does. */
    Optional<Settlement> withoutId() {
        return happening instanceof Happening.Answered(var answer)
                ? withoutId(answer).map(it -> of(new Happening.Answered(it)))
                : Optional.empty();
    }

    private static Optional<Answer> withoutId(Answer answer) {
        return switch (answer) {
            case Answer.Accepted(var id) when id != null -> Optional.of(new Answer.Accepted(null));
            case Answer.Refused(var reason, var code, var id) when id != null ->
                    Optional.of(new Answer.Refused(reason, code));
            case Answer.Accepted _, Answer.Refused _, Answer.NotSent _, Answer.Unknown _ ->
                    Optional.empty();
        };
    }

    private Settlement of(Happening other) {
        return new Settlement(entry, other, done);
    }

    void finish() {
        done.complete(null);
    }
}
