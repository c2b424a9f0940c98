package workspace.chats.messaging.relay;

import org.jspecify.annotations.Nullable;

/** The relay and its sweep at work, on threads of their own. */
final class RelayRun implements AutoCloseable {

    private final Relay relay;
    private final Thread relaying;
    private final Thread sweeping;
    private volatile @Nullable Throwable failure;

    RelayRun(Relay relay, Sweep sweep) {
        this.relay = relay;
        this.relaying = Thread.ofPlatform().name("relay").daemon().start(this::relay);
        this.sweeping = Thread.ofVirtual().name("relay-sweep").start(sweep);
    }

    boolean isAlive() {
        return relaying.isAlive();
    }

    /** Why it ended by itself. */
    @Nullable Throwable failure() {
        return failure;
    }

    /** Whatever it is that stops the relay, the supervisor must know. */
    private void relay() {
        try {
            relay.run();
        } catch (Throwable stopped) {
            failure = stopped;
        }
    }

    @Override
    public void close() {
        sweeping.interrupt();
        relay.close();
        try {
            sweeping.join();
            relaying.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
