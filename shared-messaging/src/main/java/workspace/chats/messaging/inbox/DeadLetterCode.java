package workspace.chats.messaging.inbox;

import java.util.Locale;
import workspace.chats.messaging.seal.CannotUnseal;

/** Why a record became a dead letter; all that its headers say about it. */
enum DeadLetterCode {
    /** The headers do not describe an event, or another one than the value holds. */
    MALFORMED_HEADERS,
    /** The value is not an event of the type that the headers name. */
    UNDECODABLE,
    /** A version of that kind of event that this consumer does not know. */
    UNKNOWN_VERSION,
    /** What it carries sealed was not sealed for this event, or with a key that we do not have. */
    UNSEALABLE,
    /** The consumer's work failed on this event alone, and would fail again. */
    REFUSED,
    /** The chat it speaks of did not become visible in time. */
    NOT_VISIBLE;

    static DeadLetterCode of(Throwable failure) {
        return failure instanceof CannotUnseal ? UNSEALABLE : REFUSED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
