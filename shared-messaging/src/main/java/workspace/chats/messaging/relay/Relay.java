package workspace.chats.messaging.relay;

/**
 * Moves committed outbox rows to a {@link Delivery}, those of one chat in the order of their
 * commits, none left out, and says which {@link Marks} it has passed. One object is one run.
 */
interface Relay extends AutoCloseable {

    /**
     * Works until it is closed; throws {@link RelayFailed} when it cannot go on. Whatever was
     * committed before or meanwhile is delivered by this run or the next one.
     */
    void run() throws InterruptedException;

    /** What PostgreSQL keeps of its log for it. */
    RetainedLog retained();

    /** Ends the run and returns when it has ended; from another thread. */
    @Override
    void close();
}
