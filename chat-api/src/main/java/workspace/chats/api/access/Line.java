package workspace.chats.api.access;

import java.time.Duration;

/**
 * Foretells how long one would wait who joins those that wait one behind the other: going by how
 * quickly they get on, not by how long others have waited, which says how things were when those
 * came. Until it has moved a few times a line is taken for a quick one.
 *
 * <p>Whoever is sent away is told a time, each a step later than the one before him, so that they
 * come back one by one and not all at once. Nobody has to keep to it.
 */
final class Line {

    /** Of the last turn; about ten of them decide. */
    private static final double WEIGHT = 0.1;

    /** Who would have to come later than that shares a time with another one. */
    private static final long AT_MOST = Duration.ofSeconds(30).toNanos();

    private double step; // nanoseconds from one turn to the next
    private long moved;
    private long promised;

    Line(long now) {
        moved = now;
        promised = now;
    }

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
    synchronized void letsThrough() {
        step -= WEIGHT * step;
    }

    /** What one more would wait behind so many; at least as long as nothing has moved by now. */
    synchronized Duration behind(int waiting, long now) {
        return Duration.ofNanos(nanosBehind(waiting, now));
    }

    /** In what time one who cannot be let in had better come again; at most half a minute. */
    synchronized Duration comeBack(int waiting, long now) {
        long earliest = Math.min(nanosBehind(waiting, now), AT_MOST);
        long next = promised - now + (long) step;
        promised = now + (next < earliest || next > AT_MOST ? earliest : next);
        return Duration.ofNanos(promised - now);
    }

    private long nanosBehind(int waiting, long now) {
        return waiting == 0 ? 0 : Math.max((long) (waiting * step), now - moved);
    }
}
