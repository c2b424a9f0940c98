package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProcessorsTest {

    private static final int ALL = Runtime.getRuntime().availableProcessors();

    private final BlockingQueue<Double> told = new LinkedBlockingQueue<>();

    @Test
    @Timeout(60)
    void tellsHowBusyTheProcessorsAre() throws InterruptedException {
        var processors = new Processors(told::add);
        try (var _ = new Work()) {
            var busy = 0.0;
            while (busy < 0.8) {
                busy = told.take();
                assertThat(busy).isBetween(0.0, 1.0);
            }
        } finally {
            processors.destroy();
        }
    }

    /** Keeps every processor busy until it is closed. */
    private static final class Work implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();

        Work() {
            IntStream.range(0, ALL).forEach(_ -> Thread.ofPlatform().daemon().start(this::spin));
        }

        private void spin() {
            while (!over.get()) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() {
            over.set(true);
        }
    }
}
