package workspace.chats.api.directory.entry;

import workspace.chats.api.body.Parameters;

/** Which page is wanted: the first with 50 entries, unless the parameters say otherwise. */
public record PageWish(int page, int size) {

    private static final int LAST_PAGE = 1_000_000;
    private static final int LARGEST = 1_000;
    private static final int USUAL = 50;

    /** From the parameters {@code page} and {@code pageSize}, the size at most 1,000. */
    public static PageWish of(Parameters parameters) {
        var page = parameters.whole("page", 1, LAST_PAGE);
        var size = parameters.whole("pageSize", 1, LARGEST);
        return new PageWish(page == null ? 1 : page, size == null ? USUAL : size);
    }

    /** How many entries stand on the pages before. */
    public long offset() {
        return (page - 1L) * size;
    }
}
