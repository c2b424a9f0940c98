package workspace.chats.api.directory.entry;

import java.util.List;

/**
 * One page of entries, in the order of their making, and how many there are in all. Pages count
 * from 1.
 */
public record Listing<T>(List<T> items, long total, int page, int pageSize) {}
