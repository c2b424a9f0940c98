package workspace.chats.api.access;

import java.time.Duration;

/**
 * Foretells how long one would wait who joins those that wait one behind the other: going by how
 * quickly they get on, not by how long others have waited, which says how things were when those
 * came. Until it has moved a few times a line is taken for a quick one.
 */
final class Line {

    /** Of the last turn; about ten of them decide. */
    private static final double WEIGHT = 0.1;

    private double step; // nanoseconds from one turn to the next
    private long moved;

    /** Somebody waits, and nobody before him. */
    synchronized void begins(long now) {
        moved = now;
    }

    /** One who has waited has his turn. */
    synchronized void moves(long now) {
        step += WEIGHT * ((double) (now - moved) - step);
        moved = now;
    }

    /** One has his turn and did not have to wait. */
    synchronized void isOpen() {
        step -= WEIGHT * step;
    }

    /** What one more would wait behind so many; at least as long as nothing has moved by now. */
    synchronized Duration behind(int waiting, long now) {
        return waiting == 0
                ? Duration.ZERO
                : Duration.ofNanos((long) Math.max(waiting * step, (double) (now - moved)));
    }
}
