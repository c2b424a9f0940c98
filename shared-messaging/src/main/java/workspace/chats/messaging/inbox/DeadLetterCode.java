package workspace.chats.messaging.inbox;

import java.util.Locale;

/** Why a record became a dead letter; all that its headers say about it. */
enum DeadLetterCode {
    /** The headers do not describe an event, or another one than the value holds. */
    MALFORMED_HEADERS,
    /** The value is not an event of the type that the headers name. */
    UNDECODABLE,
    /** The consumer's work failed on this event alone, and would fail again. */
    REFUSED,
    /** The chat it speaks of did not become visible in time. */
    NOT_VISIBLE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
