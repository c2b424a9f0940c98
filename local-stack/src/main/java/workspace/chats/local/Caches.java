package workspace.chats.local;

import java.nio.file.Path;

/** Where things are kept that can always be made anew. */
final class Caches {

    private Caches() {}

    /**
     * {@code WORKSPACE_CHATS_CACHE}, else a folder of ours in the user's cache. Root's is the
     * machine's, because the one who runs PostgreSQL for root cannot always look into root's home.
     */
    static Path folder() {
        String own = System.getenv("WORKSPACE_CHATS_CACHE");
        if (own != null) {
            return Path.of(own);
        }
        if (Unprivileged.isRoot()) {
            return Path.of("/var/cache/workspace-chats");
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path cache =
                xdg != null ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return cache.resolve("workspace-chats");
    }
}
