package workspace.chats.api.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Phone numbers that no other test has: a number is in one workspace only. */
public final class Numbers {

    private static final AtomicInteger LAST = new AtomicInteger(2_000_000);

    private Numbers() {}

    /** As it is dialled, in Colorado. */
    public static String next() {
        return "+1303" + LAST.incrementAndGet();
    }
}
