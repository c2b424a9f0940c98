package workspace.chats.api.access;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Tells ten times a second how busy the processors have been since, by whatever runs there: those
 * of the machine or, where there is a limit, those of the container.
 */
@Component
final class Processors implements DisposableBean {

    private static final Duration EVERY = Duration.ofMillis(100);

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final DoubleConsumer told;
    private final Thread thread;

    @Autowired
    Processors(Breather breather) {
        this(breather::told);
    }

    Processors(DoubleConsumer told) {
        this.told = told;
        this.thread = Thread.ofPlatform().daemon().name("processors").start(this::watch);
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(EVERY.toNanos());
            var busy = system.getCpuLoad();
            if (busy >= 0) { // it is negative, or not a number, where it is not known
                told.accept(busy);
            }
        }
    }

    @Override
    public void destroy() {
        thread.interrupt();
    }
}
