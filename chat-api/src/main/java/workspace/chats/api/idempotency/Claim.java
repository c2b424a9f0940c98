package workspace.chats.api.idempotency;

import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;

/** What a request with a key, or with none, is to do. */
public sealed interface Claim {

    /** Nobody did this before: do it, in this transaction, and keep what was made. */
    final class Fresh implements Claim {

        private final Consumer<Kept> memory;

        Fresh(Consumer<Kept> memory) {
            this.memory = memory;
        }

        /** As {@link #keep(HttpStatus, String, String)}. */
        public void keep(HttpStatus status, String resourceType, UUID resourceId) {
            keep(status, resourceType, resourceId.toString());
        }

        /**
         * Remembers what the request made, together with the thing itself: both are committed or
         * neither. Without a key it does nothing. Who refuses the request does not call it, so a
         * refusal is forgotten.
         *
         * @param status of the answer, 200 to 299
         * @param resourceType a word for people who read the table, such as {@code chat}
         * @param resourceId all that a repetition is told to find the resource by; never personal
         *     data
         */
        public void keep(HttpStatus status, String resourceType, String resourceId) {
            memory.accept(new Kept(status, resourceType, resourceId));
        }
    }

    /**
     * The same request has been made before: do nothing, and answer with this status, the header
     * {@link Idempotency#REPLAYED} and the resource as it is now.
     */
    record Replay(HttpStatus status, String resourceId) implements Claim {

        /** The id as it was kept as a UUID. */
        public UUID id() {
            return UUID.fromString(resourceId);
        }
    }

    /** What a request made. */
    record Kept(HttpStatus status, String resourceType, String resourceId) {}
}
