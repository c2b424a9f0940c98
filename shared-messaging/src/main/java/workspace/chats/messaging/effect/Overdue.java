package workspace.chats.messaging.effect;

/** A row whose time has come. */
record Overdue(Kind kind, Entry entry) {

    enum Kind {
        LAPSED,
        EXPIRED,
        UNSETTLED,
        LOOK
    }
}
