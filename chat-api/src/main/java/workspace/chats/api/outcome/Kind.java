package workspace.chats.api.outcome;

import workspace.chats.api.timeline.What;
import workspace.chats.events.ReasonCode;

/** What a report can be about; both tables have the columns of a standing. */
enum Kind {
    MESSAGE(
            "message",
            What.MESSAGE_STATUS,
            ReasonCode.MESSAGE_EXPIRED,
            "'pending', 'deferred', 'unknown'"),
    CALL("phone_call", What.CALL_STATUS, ReasonCode.CALL_EXPIRED, "'pending', 'unknown'");

    private final String table;
    private final What what;
    private final ReasonCode expired;
    private final String open;

    Kind(String table, What what, ReasonCode expired, String open) {
        this.table = table;
        this.what = what;
        this.expired = expired;
        this.open = open;
    }

    String table() {
        return table;
    }

    /** What a timeline calls its steps. */
    What what() {
        return what;
    }

    ReasonCode expired() {
        return expired;
    }

    /** Whether the chat's counts of messages include it. */
    boolean counted() {
        return this == MESSAGE;
    }

    /** The statuses that nobody may be silent about for ever, as the partial index has them. */
    String open() {
        return open;
    }
}
