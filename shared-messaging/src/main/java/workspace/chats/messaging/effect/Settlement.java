package workspace.chats.messaging.effect;

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

    /** The same answer for a provider id that another effect turned out to own. */
    boolean claimsAnId() {
        return happening instanceof Happening.Answered(Answer.Accepted(var id)) && id != null;
    }

    Settlement withoutId() {
        return new Settlement(entry, new Happening.Answered(new Answer.Accepted(null)), done);
    }

    void finish() {
        done.complete(null);
    }
}
