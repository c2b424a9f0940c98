package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import workspace.chats.client.model.ChatResponse;

/**
 * Somebody who goes on creating chats at a steady rate, whatever happens to the system, and
 * remembers which were answered.
 */
final class Load implements AutoCloseable {

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<AssertionError> breaches = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    static Load of(int perSecond, Operator operator, IntFunction<ChatRequest> requests) {
        return of(Duration.ofSeconds(1).dividedBy(perSecond), operator, requests);
    }

    static Load of(Duration every, Operator operator, IntFunction<ChatRequest> requests) {
        var load = new Load();
        var ignored =
                load.clock.scheduleAtFixedRate(
                        () -> load.callers.execute(() -> load.create(operator, requests)),
                        0,
                        every.toNanos(),
                        TimeUnit.NANOSECONDS);
        return load;
    }

    /** Ids of the chats that were answered with 201. */
    Queue<String> acknowledged() {
        return acknowledged;
    }

    /** Returns when at least that many more chats were answered. */
    void goesOnFor(int chats) {
        goesOnFor(chats, Duration.ofSeconds(60));
    }

    void goesOnFor(int chats, Duration patience) {
        var goal = acknowledged.size() + chats;
        Eventually.within(
                patience,
                chats + " more chats",
                () -> {
                    if (acknowledged.size() < goal) {
                        throw new AssertionError(acknowledged.size() + " of " + goal);
                    }
                });
    }

    @Override
    public void close() {
        clock.shutdown();
        callers.close();
        assertThat(breaches).as("breaches of the contract").isEmpty();
    }

    private void create(Operator operator, IntFunction<ChatRequest> requests) {
        try {
            var request = requests.apply(number.getAndIncrement());
            switch (operator.triesWithoutWaiting(request)) {
                case Told.Done<ChatResponse> done ->
                        acknowledged.add(done.body().getId().toString());
                case Told.Refused<ChatResponse> ignored -> unanswered.incrementAndGet();
            }
        } catch (AssertionError breach) {
            breaches.add(breach);
        } catch (UncheckedIOException broken) {
            unanswered.incrementAndGet();
        }
    }
}
