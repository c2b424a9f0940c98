package workspace.chats.api.chat.list;

/** Which chats, in which order, and which page of them. */
record ListRequest(ChatFilter filter, Order order, int page, int pageSize) {

    /**
     * Pages that start later are refused while there is something on them: reading them is slow.
     */
    static final long DEEPEST = 100_000;

    /** How many chats come before the page. */
    long offset() {
        return (page - 1L) * pageSize;
    }

    boolean isPastTheEnd(Total total) {
        return total.isExact() && offset() >= total.known();
    }

    boolean isTooDeep() {
        return offset() > DEEPEST;
    }
}
