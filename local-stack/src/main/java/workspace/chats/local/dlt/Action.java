package workspace.chats.local.dlt;

import java.util.Locale;

/** What was done with a letter; one that nothing was done with is open. */
enum Action {
    /** Sent again to its addressee, as it came. */
    REPLAYED,
    /** Sent again to its addressee as a new event, which tells the same rightly. */
    MENDED,
    /** Given up. */
    DISCARDED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Action of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
