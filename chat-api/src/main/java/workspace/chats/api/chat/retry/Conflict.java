package workspace.chats.api.chat.retry;

import workspace.chats.events.ReasonCode;

/** Why a message is not sent again: a code for programs and a sentence for people. */
record Conflict(String code, String detail) {

    static final Conflict NO_MESSAGE =
            new Conflict("no_initial_message", "The chat was not created with a message.");
    static final Conflict UNDER_WAY =
            new Conflict("under_way", "Nobody knows yet what becomes of the last attempt.");
    static final Conflict NOT_FAILED =
            new Conflict("not_failed", "The message did not fail: the provider has taken it.");
    static final Conflict UNCONFIRMED =
            new Conflict(
                    "unconfirmed",
                    "It may have gone out. Ask the recipient, then say so with confirmUnknown.");

    /** What would make the next attempt fail as well. */
    static Conflict of(ReasonCode reason) {
        return new Conflict(reason.code(), reason.meaning() + " " + reason.advice());
    }
}
