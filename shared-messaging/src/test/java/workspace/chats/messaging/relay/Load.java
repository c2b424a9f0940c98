package workspace.chats.messaging.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Members at work: each has chats of his own and appends to one of them after the other, a few
 * events in a transaction. Some of the transactions stay open for long, across many of the others.
 */
final class Load implements AutoCloseable {

    private static final int CHATS = 5;

    private final RelayWorld world;
    private final Map<UUID, Long> committed = new ConcurrentHashMap<>();
    private final List<Thread> members = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean over;

    private Load(RelayWorld world) {
        this.world = world;
    }

    /**
     * @param hasty members whose transactions are short
     * @param slow members who keep every transaction open for up to {@code open}
     */
    static Load start(RelayWorld world, long seed, int hasty, int slow, Duration open) {
        var load = new Load(world);
        for (int member = 0; member < hasty + slow; member++) {
            var random = new Random(seed + member);
            var keepsOpen = member < hasty ? Duration.ofMillis(2) : open;
            load.members.add(Thread.startVirtualThread(() -> load.work(random, keepsOpen)));
        }
        return load;
    }

    private void work(Random random, Duration open) {
        var chats = LongStream.range(0, CHATS).mapToObj(any -> UUID.randomUUID()).toList();
        try (var connection = world.transaction()) {
            while (!over) {
                append(connection, chats.get(random.nextInt(CHATS)), random, open);
                pause(random, Duration.ofMillis(20));
            }
        } catch (SQLException | RuntimeException stopped) {
            failure.compareAndSet(null, stopped);
        }
    }

    private void append(Connection connection, UUID chat, Random random, Duration open)
            throws SQLException {
        var last = committed.getOrDefault(chat, 0L);
        var events = 1 + random.nextInt(3);
        for (int event = 1; event <= events; event++) {
            world.append(connection, chat, last + event);
            pause(random, open.dividedBy(events));
        }
        connection.commit();
        committed.put(chat, last + events);
    }

    private static void pause(Random random, Duration atMost) {
        LockSupport.parkNanos(random.nextLong(atMost.toNanos()));
    }

    long events() {
        return committed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Ends it; how many events of each chat were committed. */
    Map<UUID, Long> end() {
        over = true;
        for (var member : members) {
            try {
                member.join();
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the load itself failed", failure.get());
        }
        return committed;
    }

    @Override
    public void close() {
        over = true;
    }
}
