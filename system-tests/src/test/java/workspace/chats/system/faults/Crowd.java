package workspace.chats.system.faults;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients who come at a steady rate, as far as they are let in; each has his own thread, so one who
 * waits holds up nobody.
 */
final class Crowd implements AutoCloseable {

    private static final Duration AT_LEAST = Duration.ofMinutes(5);

    private final Client client;
    private final Wishes wishes;
    private final Duration gap;
    private final int atOnce;
    private final AtomicInteger letIn;
    private final AtomicInteger come;
    private final AtomicInteger gone = new AtomicInteger();
    private final int first;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread door = Thread.ofPlatform().name("door").unstarted(this::letThemCome);
    private volatile boolean closed;

    private Crowd(Client client, Wishes wishes, int perSecond, int atOnce, int first) {
        this.client = client;
        this.wishes = wishes;
        this.gap = Duration.ofSeconds(1).dividedBy(perSecond);
        this.atOnce = atOnce;
        this.first = first;
        this.come = new AtomicInteger(first);
        this.letIn = new AtomicInteger(first);
    }

    /** The first client is that number; nobody comes while so many at once are there. */
    static Crowd of(Client client, Wishes wishes, int perSecond, int atOnce, int first) {
        var crowd = new Crowd(client, wishes, perSecond, atOnce, first);
        crowd.door.start();
        return crowd;
    }

    /** Those below that number may come. */
    void letIn(int number) {
        letIn.set(number);
    }

    /** Returns when all below that number have come. */
    void haveCome(int number) {
        await("came", () -> come.get() >= number);
    }

    /** Returns when all that were let in have their answer, or gave up. */
    void haveGone() {
        await("left", () -> come.get() >= letIn.get() && gone.get() >= come.get() - first);
    }

    @Override
    public void close() {
        closed = true;
        clients.close();
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        if (!Patience.until(AT_LEAST, condition)) {
            throw new IllegalStateException("not all clients " + what);
        }
    }

    private void letThemCome() {
        long next = System.nanoTime();
        while (!closed) {
            if (come.get() < letIn.get() && hasRoom() && System.nanoTime() >= next) {
                int number = come.getAndIncrement();
                clients.execute(() -> serve(number));
                next = Math.max(next + gap.toNanos(), System.nanoTime() - gap.toNanos());
            } else {
                Patience.pause(Duration.ofMillis(2));
            }
        }
    }

    private boolean hasRoom() {
        return come.get() - first - gone.get() < atOnce;
    }

    private void serve(int number) {
        try {
            client.insistsOn(number, wishes.of(number));
        } finally {
            gone.incrementAndGet();
        }
    }
}
