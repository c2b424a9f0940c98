package workspace.chats.messaging.effect;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the same again and again on a thread of its own until it is stopped; after a failure, even
 * one of the machine, a little later: a thread that ended would stop all sending, and nobody would
 * see it.
 */
final class Loop {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final Thread thread;
    private volatile boolean stopped;

    private Loop(String name, Round round) {
        thread = Thread.ofPlatform().name("effects-" + name).daemon().unstarted(() -> run(round));
    }

    static Loop start(String name, Round round) {
        var loop = new Loop(name, round);
        loop.thread.start();
        return loop;
    }

    /** Returns when the last round has ended, or after so long. */
    void stop(Duration atMost) {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(atMost);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Round round) {
        while (!stopped) {
            try {
                round.run();
            } catch (InterruptedException asked) {
                return;
            } catch (RuntimeException | Error failure) {
                pauseAfter(failure);
            }
        }
    }

    private void pauseAfter(Throwable failure) {
        if (stopped) {
            return;
        }
        say(failure);
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException asked) {
            stopped = true;
        }
    }

    private void say(Throwable failure) {
        try {
            log.warn("{} failed: {}", thread.getName(), failure.getClass().getName());
        } catch (Throwable mute) { // what ails the machine may forbid to say so, not to go on
            return;
        }
    }

    interface Round {
        void run() throws InterruptedException;
    }
}
