package workspace.chats.api.chat.list;

/** How a list is sorted; chats that are alike in it follow their ids, in the same direction. */
record Order(By by, boolean ascending) {

    /**
     * Titles sort without regard to case; chats without one come last, or first when descending.
     */
    enum By {
        CREATED_AT,
        UPDATED_AT,
        TITLE
    }
}
