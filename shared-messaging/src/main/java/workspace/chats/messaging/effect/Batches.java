package workspace.chats.messaging.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lets many threads share one statement: whatever queued up while the last batch was written is the
 * next batch. Alone, a thing does not wait for company.
 */
final class Batches<T> {

    private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();
    private final int most;
    private final Work<T> work;

    Batches(int most, Work<T> work) {
        this.most = most;
        this.work = work;
    }

    void add(T thing) {
        waiting.add(thing);
    }

    /** Waits for things and works on all that are there. */
    void next() throws InterruptedException {
        var batch = new ArrayList<T>(most); // what was taken always has its place
        batch.add(waiting.take());
        waiting.drainTo(batch, most - 1);
        work.on(batch);
    }

    interface Work<T> {
        void on(List<T> batch) throws InterruptedException;
    }
}
