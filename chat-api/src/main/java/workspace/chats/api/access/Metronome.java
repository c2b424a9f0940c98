package workspace.chats.api.access;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Tells how late a thread comes to the processor that wants to go on after each short sleep. */
@Component
final class Metronome implements DisposableBean {

    private static final Duration TICK = Duration.ofMillis(10);

    private final Breather breather;
    private final Thread thread;

    Metronome(Breather breather) {
        this.breather = breather;
        this.thread = Thread.ofPlatform().daemon().name("metronome").start(this::tick);
    }

    private void tick() {
        while (!Thread.currentThread().isInterrupted()) {
            var start = System.nanoTime();
            LockSupport.parkNanos(TICK.toNanos());
            breather.ticked(Duration.ofNanos(System.nanoTime() - start).minus(TICK));
        }
    }

    @Override
    public void destroy() {
        thread.interrupt();
    }
}
