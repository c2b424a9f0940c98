package workspace.chats.api.chat.list;

/** How many chats a list has: exact up to ten thousand, else more than that. */
record Total(int known, boolean isExact) {

    /** Counting stops here, one beyond what is told. */
    static final int COUNTED_AT_MOST = 10_001;

    static Total of(int counted) {
        return counted < COUNTED_AT_MOST
                ? new Total(counted, true)
                : new Total(COUNTED_AT_MOST - 1, false);
    }
}
