package workspace.chats.system;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ticks every few milliseconds, and notes how late a tick has come: so long the machine stood. */
final class Metronome implements AutoCloseable {

    private static final long BEAT = Duration.ofMillis(5).toNanos();

    private final Thread ticking = Thread.ofPlatform().name("metronome").unstarted(this::tick);
    private volatile long longest;

    private Metronome() {}

    static Metronome start() {
        var metronome = new Metronome();
        metronome.ticking.start();
        return metronome;
    }

    Duration longestStall() {
        return Duration.ofNanos(longest);
    }

    @Override
    public void close() {
        ticking.interrupt();
    }

    private void tick() {
        while (!Thread.currentThread().isInterrupted()) {
            var before = System.nanoTime();
            LockSupport.parkNanos(BEAT);
            longest = Math.max(longest, System.nanoTime() - before - BEAT);
        }
    }
}
