package workspace.chats.messaging.relay;

import java.util.Locale;

/** What can be wrong with the way through the log, and is healed out of the outbox itself. */
enum Fault {
    /** The slot was gone: dropped, or not part of the backup that the database came from. */
    POSITION_MISSING("the log position was missing and is made anew"),

    /** PostgreSQL gave the slot up, because it held back more of the log than it may. */
    POSITION_INVALIDATED("the log position was invalidated and is made anew"),

    /** The log went on beyond events that it had not brought. */
    PASSED_OVER("the log passed events over"),

    /** An event came before an earlier one of the same chat. */
    OVERTAKEN("the log brought events before earlier ones of their chats"),

    /** The engine lives and brings nothing at all. */
    SILENT("the log is silent");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** For metrics and health details. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
