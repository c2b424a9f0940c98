package workspace.chats.api.idempotency;

import org.springframework.http.HttpStatus;

/** What is known of a key. */
sealed interface Known {

    /** From now on it is this transaction's. */
    record Unused() implements Known {}

    /** Another transaction holds it. */
    record Running() implements Known {}

    record Used(Fingerprint fingerprint, HttpStatus status, String resourceId) implements Known {}
}
