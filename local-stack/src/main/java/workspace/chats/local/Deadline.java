package workspace.chats.local;

import java.time.Duration;

/** The end of a wait: looks happen every 50 ms until then. */
public final class Deadline {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final long end;

    private Deadline(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    public static Deadline in(Duration time) {
        return new Deadline(time);
    }

    public boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /**
     * Waits until the next look.
     *
     * @throws IllegalStateException with the given sentence when the time is over
     */
    public void pause(String whatDidNotHappen) {
        pause(PAUSE, whatDidNotHappen);
    }

    void pause(Duration pause, String whatDidNotHappen) {
        if (isOver()) {
            throw new IllegalStateException(whatDidNotHappen);
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
